package io.refundtool.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What a consumer counts, in memory only, so that no failure can keep itself from being counted. */
final class ConsumerMetrics {

    private static final String PREFIX = "refundtool.consumer.";
    private static final String GROUP = "group";

    private final MeterRegistry meters;
    private final String groupId;
    private final Counter handled;
    private final Counter skipped;
    private final Counter pauses;
    private final AtomicInteger paused = new AtomicInteger();

    ConsumerMetrics(MeterRegistry meters, String groupId) {
        this.meters = meters;
        this.groupId = groupId;
        this.handled = counter("handled", "Events that were handled");
        this.skipped = counter("skipped", "Events of types that the consumer does not ask for");
        this.pauses = counter("pauses", "Attempts that failed because PostgreSQL or Kafka was away");
        Gauge.builder(PREFIX + "paused", paused, AtomicInteger::get)
                .description("1 while reading waits for PostgreSQL or Kafka")
                .tag(GROUP, groupId)
                .register(meters);
    }

    void handled(int events) {
        handled.increment(events);
    }

    void skipped() {
        skipped.increment();
    }

    void deadLetter(String cause) {
        Counter.builder(PREFIX + "dead.letters")
                .description("Records that go to the dead letters, counted before they are sent")
                .tag(GROUP, groupId)
                .tag("cause", cause)
                .register(meters)
                .increment();
    }

    void paused() {
        pauses.increment();
        paused.set(1);
    }

    void resumed() {
        paused.set(0);
    }

    boolean isPaused() {
        return paused.get() == 1;
    }

    private Counter counter(String name, String description) {
        return Counter.builder(PREFIX + name)
                .description(description)
                .tag(GROUP, groupId)
                .register(meters);
    }
}
