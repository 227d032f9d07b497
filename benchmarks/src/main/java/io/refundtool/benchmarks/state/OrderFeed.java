package io.refundtool.benchmarks.state;

import io.refundtool.benchmarks.RefundHistories;
import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.Traces;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes orders with one refund each that goes well: requested, paid, receipt registered, customer told. The answers are
 * written with later times than what they answer, so that the state machine reads them in that order.
 */
public final class OrderFeed {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** A first batch that meets a topic without leader must not be overtaken by the second. */
    private static final Map<String, Object> IN_ORDER = Map.of(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);

    private OrderFeed() {}

    static String orderId(int number) {
        return "order-" + number;
    }

    static long events(int orders) {
        return (long) orders * RefundHistories.WHOLE;
    }

    /** Returns when Kafka has all of them. */
    public static void write(KafkaSettings kafka, int orders) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<String, byte[]> producer = KafkaClients.producer(kafka, "state-benchmark", IN_ORDER)) {
            for (int number = 0; number < orders; number++) {
                List<Event> events = RefundHistories.wholeOf(orderId(number));
                for (int step = 0; step < events.size(); step++) {
                    Instant at = START.plusMillis((long) number * events.size() + step);
                    var _ = producer.send(record(number, step, at, events.get(step)), (_, e) -> {
                        if (e != null) {
                            failure.set(e);
                        }
                    });
                }
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("Expected every event to be acknowledged", failure.get());
        }
    }

    private static ProducerRecord<String, byte[]> record(int number, int step, Instant at, Event event) {
        String id = "event-" + number + "-" + step;
        ProducerRecord<String, byte[]> record =
                CloudEvents.toRecord(new Envelope<>(id, "/benchmark", at, Traces.newTraceparent(), event));
        return new ProducerRecord<>(
                record.topic(), null, at.toEpochMilli(), record.key(), record.value(), record.headers());
    }
}
