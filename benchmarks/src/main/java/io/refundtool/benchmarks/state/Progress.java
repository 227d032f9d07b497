package io.refundtool.benchmarks.state;

import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.streams.RefundTopology;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** How many events of its sources the state machine has committed. */
final class Progress {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final long TELL_EVERY = 200_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String GROUP = "refund-service";

    private Progress() {}

    /** Waits until so many events of the outside world are committed. */
    static void await(KafkaSettings kafka, long events) {
        try (Admin admin = KafkaClients.admin(kafka, "state-benchmark-progress")) {
            long begin = System.nanoTime();
            long told = 0;
            for (long committed = 0; committed < events; committed = committed(admin)) {
                if (committed - told >= TELL_EVERY) {
                    told = committed;
                    System.out.printf(
                            "  %,d events after %.0f s%n", committed, (System.nanoTime() - begin) / NANOS_PER_SECOND);
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long committed(Admin admin) throws InterruptedException, ExecutionException {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(offset -> Topic.of(offset.getKey().topic())
                        .filter(RefundTopology.SOURCES::contains)
                        .filter(topic -> topic != Topic.REFUND_DEADLINE_V1)
                        .isPresent())
                .mapToLong(offset -> offset(offset.getValue()))
                .sum();
    }

    private static long offset(OffsetAndMetadata offset) {
        return offset == null ? 0 : offset.offset();
    }
}
