package io.refundtool.refund.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How instances ask each other.
 *
 * @param connectTimeout for the connection
 * @param readTimeout for the whole answer, connection included
 * @param restAfterFailure how long an instance that could not be reached is not asked again
 * @param patience how long it is tried again when nobody can tell, as while partitions move
 * @param maxLagRecords how far a copy may be behind to answer while the owner is away
 */
@ConfigurationProperties("refundtool.peers")
public record PeerSettings(
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @DefaultValue("1s") Duration restAfterFailure,
        @DefaultValue("1s") Duration patience,
        @DefaultValue("10000") long maxLagRecords) {}
