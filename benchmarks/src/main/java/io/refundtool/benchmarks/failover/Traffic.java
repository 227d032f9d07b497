package io.refundtool.benchmarks.failover;

import io.refundtool.benchmarks.RefundHistories;
import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/** Asks for refunds in every partition all the time, and keeps how long the slowest waited for its first announcement. */
final class Traffic implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration POLL = Duration.ofMillis(20);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> askedAtNanos = new ConcurrentHashMap<>();
    private final Thread asking = Thread.ofPlatform().name("asking").unstarted(this::ask);
    private final Thread hearing = Thread.ofPlatform().name("hearing").unstarted(this::hear);
    private volatile boolean ended;
    private long worstNanos;

    /**
     * Begins.
     *
     * @param first orders to begin with
     */
    Traffic(KafkaSettings kafka, List<String> first) {
        producer = KafkaClients.producer(kafka, "traffic");
        consumer = KafkaClients.consumer(kafka, "hearing", "unused");
        consumer.assign(IntStream.range(0, Orders.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topic.REFUND_UPDATE_V1.topicName(), partition))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        first.forEach(this::ask);
        asking.start();
        hearing.start();
    }

    /** Forgets how long refunds waited before. */
    synchronized void reset() {
        worstNanos = 0;
    }

    /** The longest that a refund waited since {@link #reset}, those that still wait included. */
    synchronized Duration worst() {
        long now = System.nanoTime();
        long waiting = askedAtNanos.values().stream()
                .mapToLong(asked -> now - asked)
                .max()
                .orElse(0);
        return Duration.ofNanos(Math.max(worstNanos, waiting));
    }

    private void ask() {
        for (long round = 0; !ended; round++) {
            for (int partition = 0; partition < Orders.PARTITIONS; partition++) {
                ask(Orders.in(partition, round + "-"));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void ask(String orderId) {
        askedAtNanos.put(orderId, System.nanoTime());
        Future<?> _ = producer.send(CloudEvents.toRecord(
                new Envelope<>(orderId, "/benchmark", Instant.now(), null, RefundHistories.request(orderId))));
    }

    private void hear() {
        while (!ended) {
            for (ConsumerRecord<String, byte[]> told : consumer.poll(POLL)) {
                Long asked = askedAtNanos.remove(told.key());
                if (asked != null) {
                    heard(System.nanoTime() - asked);
                }
            }
        }
    }

    private synchronized void heard(long nanos) {
        worstNanos = Math.max(worstNanos, nanos);
    }

    @Override
    public void close() {
        ended = true;
        try {
            asking.join();
            hearing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
        consumer.close();
    }
}
