package io.refundtool.refund.streams;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topology runs.
 *
 * @param applicationId the consumer group, and the prefix of the changelog topics; another one starts from nothing
 * @param stateDir where local state is kept over restarts
 * @param threads stream threads; more than the partitions of a topic are of no use
 * @param standbyReplicas copies of each store on other instances
 * @param commitInterval how long a transaction gathers work: the larger, the more throughput and latency
 * @param pollInterval how long an idle thread waits for records; it bounds how late a due commit happens
 * @param closeTimeout how long stopping may take
 * @param applicationServer host:port under which other instances reach this one's queries
 */
@ConfigurationProperties("refundtool.streams")
public record StreamsSettings(
        @DefaultValue("refund-service") String applicationId,
        @DefaultValue("state") String stateDir,
        @DefaultValue("2") int threads,
        @DefaultValue("0") int standbyReplicas,
        @DefaultValue("20ms") Duration commitInterval,
        @DefaultValue("5ms") Duration pollInterval,
        @DefaultValue("30s") Duration closeTimeout,
        Optional<String> applicationServer) {}
