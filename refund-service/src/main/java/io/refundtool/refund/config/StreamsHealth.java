package io.refundtool.refund.config;

import io.refundtool.refund.streams.RefundStreams;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the topology runs, or rebalances and will run again. */
final class StreamsHealth implements HealthIndicator {

    private final RefundStreams streams;

    StreamsHealth(RefundStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        KafkaStreams.State state = streams.streams().state();
        Health.Builder health = state.isRunningOrRebalancing() ? Health.up() : Health.down();
        int restoring = streams.restore().stores();
        if (restoring > 0) {
            health.withDetail(
                    "restoring",
                    Map.of("stores", restoring, "entriesLeft", streams.restore().left()));
        }
        return health.withDetail("state", state.name()).build();
    }
}
