package io.refundtool.messaging.postgres;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the relay counts, in memory only, so that it can be asked while PostgreSQL or Kafka is away. */
final class RelayMetrics {

    private static final String PREFIX = "refundtool.outbox.";
    private static final String CLIENT = "client";

    private final Counter published;
    private final Counter failures;
    private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();

    RelayMetrics(MeterRegistry meters, String clientId) {
        published = Counter.builder(PREFIX + "published")
                .description("Events of the outbox that Kafka has")
                .tag(CLIENT, clientId)
                .register(meters);
        failures = Counter.builder(PREFIX + "failures")
                .description("Rounds of the relay that failed and are repeated")
                .tag(CLIENT, clientId)
                .register(meters);
        TimeGauge.builder(PREFIX + "oldest", this, TimeUnit.SECONDS, RelayMetrics::oldestSeconds)
                .description("How long the first event that is not in Kafka has waited, as of the last look")
                .tag(CLIENT, clientId)
                .register(meters);
    }

    void found(List<OutboxTable.Row> rows) {
        oldest.set(rows.isEmpty() ? null : rows.getFirst().createdAt());
    }

    void published(int events) {
        published.increment(events);
    }

    void nothingLeft() {
        oldest.set(null);
    }

    void failed() {
        failures.increment();
    }

    private double oldestSeconds() {
        Instant since = oldest.get();
        return since == null ? 0 : Duration.between(since, Instant.now()).toMillis() / 1_000.0;
    }
}
