package io.refundtool.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to Kafka: all of a batch are sent, then all are awaited. The first that cannot be taken stops the
 * sending, so that a batch never waits for an absent broker more than once.
 */
public final class EventLog implements AutoCloseable {

    /** The producer gives up by itself within the delivery timeout; this is what the wait allows it beyond that. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** Two requests to Kafka fit into the delivery timeout, so one lost answer does not fail a batch. */
    private static final int REQUESTS_PER_DELIVERY = 2;

    /** Whether the producer took a record into its send buffer. */
    private sealed interface Handover {

        record Taken(Future<RecordMetadata> future) implements Handover {}

        record Untaken(Exception cause) implements Handover {}
    }

    private final Supplier<Producer<String, byte[]>> newProducer;
    private final Duration deliveryTimeout;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable Producer<String, byte[]> producer;

    /**
     * A log that owns its producer.
     *
     * @param producer idempotent, acks=all, with the given delivery timeout and a short {@code max.block.ms}
     */
    public EventLog(Producer<String, byte[]> producer, Duration deliveryTimeout) {
        this(() -> producer, deliveryTimeout);
    }

    private EventLog(Supplier<Producer<String, byte[]>> newProducer, Duration deliveryTimeout) {
        this.newProducer = newProducer;
        this.deliveryTimeout = deliveryTimeout;
    }

    /**
     * A log with a producer of its own, made when it is first needed: it cannot be made while nobody resolves the names
     * of the brokers.
     *
     * @param deliveryTimeout from sending an event until its acknowledgement
     * @param maxBlock for the topic's partitions to be known, or room in the send buffer
     */
    public static EventLog open(KafkaSettings kafka, String clientId, Duration deliveryTimeout, Duration maxBlock) {
        int deliveryMillis = Math.toIntExact(deliveryTimeout.toMillis());
        Map<String, Object> overrides = Map.of(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                deliveryMillis,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                deliveryMillis / REQUESTS_PER_DELIVERY,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                maxBlock.toMillis());
        return new EventLog(() -> KafkaClients.producer(kafka, clientId, overrides), deliveryTimeout);
    }

    /**
     * Gets to know the topic's partitions, so that the first event need not wait for that.
     *
     * @throws KafkaException if they are not known within {@code max.block.ms}
     */
    public void prepare(String topicName) {
        producer().partitionsFor(topicName);
    }

    /** One delivery for each record, in their order. */
    public List<Delivery> write(List<ProducerRecord<String, byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        List<Delivery> untaken = new ArrayList<>(0);
        for (ProducerRecord<String, byte[]> record : records) {
            switch (send(record)) {
                case Handover.Taken(Future<RecordMetadata> future) -> sent.add(future);
                case Handover.Untaken(Exception cause) -> untaken.add(new Delivery.NotTaken(cause));
            }
            if (!untaken.isEmpty()) {
                break;
            }
        }
        while (sent.size() + untaken.size() < records.size()) {
            untaken.add(new Delivery.NotSent());
        }
        return await(sent, untaken);
    }

    private List<Delivery> await(List<Future<RecordMetadata>> sent, List<Delivery> untaken) {
        long deadline = System.nanoTime() + deliveryTimeout.plus(MARGIN).toNanos();
        List<Delivery> deliveries = new ArrayList<>(sent.size() + untaken.size());
        sent.forEach(future -> deliveries.add(await(future, deadline)));
        deliveries.addAll(untaken);
        return deliveries;
    }

    /** A record that cannot be taken is told of before {@code send} returns, on this thread; all else by the network's. */
    private Handover send(ProducerRecord<String, byte[]> record) {
        Thread here = Thread.currentThread();
        Exception[] refusal = new Exception[1];
        try {
            Future<RecordMetadata> future = producer().send(record, (_, failure) -> {
                if (failure != null && Thread.currentThread().equals(here)) {
                    refusal[0] = failure;
                }
            });
            return refusal[0] == null ? new Handover.Taken(future) : new Handover.Untaken(refusal[0]);
        } catch (KafkaException | IllegalStateException e) {
            return new Handover.Untaken(e);
        }
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> current = producer;
        if (current != null) {
            return current;
        }
        opening.lock();
        try {
            Producer<String, byte[]> made = producer == null ? newProducer.get() : Objects.requireNonNull(producer);
            producer = made;
            return made;
        } finally {
            opening.unlock();
        }
    }

    private static Delivery await(Future<RecordMetadata> sent, long deadline) {
        try {
            RecordMetadata written = sent.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return new Delivery.Acknowledged(written.partition(), written.offset());
        } catch (ExecutionException e) {
            return new Delivery.Failed(e.getCause() instanceof Exception cause ? cause : e);
        } catch (TimeoutException e) {
            return new Delivery.Failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Failed(e);
        }
    }

    @Override
    public void close() {
        Producer<String, byte[]> current = producer;
        if (current != null) {
            current.close(deliveryTimeout.plus(MARGIN));
        }
    }
}
