package io.refundtool.refund.config;

import io.refundtool.refund.streams.RefundStreams;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Up while the topology runs, or rebalances and will run again. Until its group has given an instance its first assignment,
 * which may take a dead member's session, it knows neither orders nor who has them and is out of service.
 */
final class StreamsHealth implements HealthIndicator {

    /** As {@code ThreadMetadata} tells them; a thread has an assignment in every other one. */
    private static final Set<String> BEFORE_AN_ASSIGNMENT = Set.of("CREATED", "STARTING");

    private final RefundStreams streams;

    /** Stays so: a thread that is replaced begins anew, but what the instance was told holds until it is told otherwise. */
    private volatile boolean joined;

    StreamsHealth(RefundStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        KafkaStreams.State state = streams.streams().state();
        Health.Builder health = state.isRunningOrRebalancing()
                ? (hasJoined() ? Health.up() : Health.outOfService().withDetail("waitsFor", "the first assignment"))
                : Health.down();
        int restoring = streams.restore().stores();
        if (restoring > 0) {
            health.withDetail(
                    "restoring",
                    Map.of("stores", restoring, "entriesLeft", streams.restore().left()));
        }
        return health.withDetail("state", state.name()).build();
    }

    private boolean hasJoined() {
        joined = joined
                || streams.streams().metadataForLocalThreads().stream()
                        .anyMatch(thread -> !BEFORE_AN_ASSIGNMENT.contains(thread.threadState()));
        return joined;
    }
}
