package io.refundtool.refund.updates;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The stream of updates.
 *
 * @param maxSubscribers how many may listen to an instance at once
 * @param queue updates that wait for one listener; one for whom more would have to wait is too slow
 * @param heartbeat how long nothing is said at most
 */
@ConfigurationProperties("refundtool.updates")
public record UpdatesSettings(
        @DefaultValue("100") int maxSubscribers,
        @DefaultValue("1000") int queue,
        @DefaultValue("15s") Duration heartbeat) {}
