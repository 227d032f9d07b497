package io.refundtool.sandbox.topic;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.UnreadableEventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one topic in a thread of its own, as a system outside this repository would: what it does not want it skips by
 * its headers, what it cannot read it logs and skips.
 */
public final class TopicReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    /** What is done with the events of one poll, in order; they are committed some time after it returned. */
    @FunctionalInterface
    public interface Handler {
        void handle(List<Envelope<?>> events) throws InterruptedException;
    }

    private final String name;
    private final Predicate<Headers> wanted;
    private final Handler handler;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private long committedAtNanos = System.nanoTime();
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    /**
     * @param name the consumer group, and the thread's name
     * @param overrides settings of the Kafka consumer that differ from the usual ones
     */
    public TopicReader(
            KafkaSettings settings,
            String name,
            Topic topic,
            Map<String, Object> overrides,
            Predicate<Headers> wanted,
            Handler handler) {
        this.name = name;
        this.wanted = wanted;
        this.handler = handler;
        Map<String, Object> properties = KafkaClients.consumerProperties(settings, name, name);
        properties.putAll(overrides);
        this.consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic.topicName()));
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public TopicReader start() {
        thread.start();
        return this;
    }

    /** The bug that stopped it, if one did. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private void run() {
        try (consumer) {
            while (!closing) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                handler.handle(readable(records));
                commitNowAndThen();
            }
            consumer.commitSync();
            consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
        } catch (WakeupException | InterruptException | InterruptedException e) {
            LOG.debug("{} stops", name);
        } catch (RuntimeException e) {
            failure = e;
            LOG.error("{} stopped because of a bug", name, e);
        }
    }

    /** What is not committed is handled again after a restart; at every poll it would be most of a broker's work. */
    private void commitNowAndThen() {
        long now = System.nanoTime();
        if (now - committedAtNanos > COMMIT_EVERY.toNanos()) {
            consumer.commitAsync();
            committedAtNanos = now;
        }
    }

    private List<Envelope<?>> readable(ConsumerRecords<String, byte[]> records) {
        List<Envelope<?>> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> received : records) {
            if (wanted.test(received.headers())) {
                read(received, events);
            }
        }
        return events;
    }

    private void read(ConsumerRecord<String, byte[]> received, List<Envelope<?>> events) {
        try {
            events.add(CloudEvents.read(received));
        } catch (UnreadableEventException e) {
            LOG.warn(
                    "{} skips what it cannot read: {} partition {} offset {}: {}",
                    name,
                    received.topic(),
                    received.partition(),
                    received.offset(),
                    e.getMessage());
        }
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            if (!thread.join(CLOSE_LIMIT)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
