package io.refundtool.refund.streams;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the topology runs. Why the defaults are what they are: docs/operations/scaling.md.
 *
 * @param applicationId the consumer group, and the prefix of the changelog topics; another one starts from nothing
 * @param stateDir where local state is kept over restarts
 * @param threads stream threads; more than the partitions of a topic are of no use
 * @param standbyReplicas copies of each store on other instances, as far as there are any
 * @param commitInterval how long a transaction gathers work: the larger, the more throughput and latency
 * @param pollInterval how long an idle thread waits for records; it bounds how late a due commit happens
 * @param closeTimeout how long stopping may take
 * @param applicationServer host:port under which other instances reach this one's queries
 * @param groupProtocol who assigns the partitions: classic, an instance; streams, the broker
 * @param sessionTimeout how long an instance that died without leaving keeps its partitions
 * @param heartbeatInterval how often an instance tells that it is there, and learns that partitions move
 * @param transactionTimeout how long a transaction that nobody ends keeps its records from being read
 * @param storeMemory what all stores of the process take outside of the heap together
 * @param leaveOnStop whether an instance that stops gives its partitions to the others at once
 */
@ConfigurationProperties("refundtool.streams")
public record StreamsSettings(
        @DefaultValue("refund-service") String applicationId,
        @DefaultValue("state") String stateDir,
        @DefaultValue("2") int threads,
        @DefaultValue("1") int standbyReplicas,
        @DefaultValue("20ms") Duration commitInterval,
        @DefaultValue("5ms") Duration pollInterval,
        @DefaultValue("30s") Duration closeTimeout,
        Optional<String> applicationServer,
        @DefaultValue("classic") GroupProtocol groupProtocol,
        @DefaultValue("6s") Duration sessionTimeout,
        @DefaultValue("500ms") Duration heartbeatInterval,
        @DefaultValue("5s") Duration transactionTimeout,
        @DefaultValue("256MB") DataSize storeMemory,
        @DefaultValue("true") boolean leaveOnStop) {

    /** Every store of every partition needs some room for what is written. */
    private static final DataSize MIN_STORE_MEMORY = DataSize.ofMegabytes(32);

    public StreamsSettings {
        if (storeMemory.compareTo(MIN_STORE_MEMORY) < 0) {
            throw new IllegalArgumentException(
                    "Expected refundtool.streams.store-memory to be at least %d MB, but it is %d bytes"
                            .formatted(MIN_STORE_MEMORY.toMegabytes(), storeMemory.toBytes()));
        }
    }

    /** Who assigns partitions to instances. */
    public enum GroupProtocol {
        CLASSIC,
        STREAMS
    }
}
