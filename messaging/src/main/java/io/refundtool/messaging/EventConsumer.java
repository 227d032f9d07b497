package io.refundtool.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads events of some types in a thread of its own and hands them over in batches, at least once and in order.
 *
 * <ul>
 *   <li>What cannot be read goes to the dead letters; types of the same topics that are not asked for are skipped.
 *   <li>What the database refuses (SQLSTATE 22, 23) goes to the dead letters, the other events of its batch are handled,
 *       but for later ones of the same order: they wait, if the handler keeps {@link WaitingEvents}.
 *   <li>While the database is away (08, 40, 53, 57, 58) reading pauses with backoff, and nothing is skipped.
 *   <li>Any other exception is a bug: reading stops, {@link #failure()} tells, and offsets stay where they were.
 * </ul>
 */
public final class EventConsumer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);
    private static final Duration FINISH_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(3);

    private final KafkaSettings settings;
    private final String groupId;
    private final String clientId;
    private final List<String> topics;
    private final ConsumerMetrics metrics;
    private final Supplier<PolledWork> work;
    private final Optional<ReadPositions> positions;
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Thread thread;

    /**
     * A reader of events.
     *
     * @param clientId unique in this JVM
     * @param handled the types to hand over; their topics are read
     * @param deadLetterTopic the service's own; its writer is named in the dead letters
     */
    public EventConsumer(
            KafkaSettings settings,
            String groupId,
            String clientId,
            Set<EventType> handled,
            EventBatchHandler handler,
            Topic deadLetterTopic,
            MeterRegistry meters) {
        this.settings = settings;
        this.groupId = groupId;
        this.clientId = clientId;
        this.topics = handled.stream()
                .map(type -> type.topic().topicName())
                .distinct()
                .sorted()
                .toList();
        this.metrics = new ConsumerMetrics(meters, groupId);
        this.positions = handler.positions();
        EventDecoder decoder = new EventDecoder(handled, deadLetterTopic, metrics);
        this.work = () -> {
            DeadLetterWriter letters = new DeadLetterWriter(settings, clientId);
            return new EventWork(
                    decoder,
                    new BatchWorker(handler, deadLetterTopic, letters, metrics),
                    new WaitingWorker(handler.waiting(), decoder, deadLetterTopic, letters, metrics),
                    letters);
        };
    }

    /**
     * A reader of records as they are, whatever they hold.
     *
     * @param clientId unique in this JVM
     * @param handler must store any bytes; what the database refuses all the same is a bug
     */
    public EventConsumer(
            KafkaSettings settings,
            String groupId,
            String clientId,
            Topic topic,
            RecordBatchHandler handler,
            MeterRegistry meters) {
        this.settings = settings;
        this.groupId = groupId;
        this.clientId = clientId;
        this.topics = List.of(topic.topicName());
        this.metrics = new ConsumerMetrics(meters, groupId);
        this.positions = handler.positions();
        this.work = () -> new RecordWork(handler, metrics);
    }

    /** Begins to read; returns at once, also when Kafka is away. */
    public synchronized void start() {
        if (thread != null || ended) {
            throw new IllegalStateException("Expected to be started once, but " + clientId + " was started before.");
        }
        thread = Thread.ofPlatform().name(clientId).start(this::run);
    }

    /** Whether it reads, or waits for the database to come back. */
    public boolean running() {
        Thread current = thread;
        return current != null && current.isAlive();
    }

    /** Whether it was started and reads no more. */
    public boolean hasEnded() {
        Thread current = thread;
        return current != null && !current.isAlive();
    }

    /** The bug that stopped it. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether it waits for PostgreSQL or Kafka to come back. */
    public boolean paused() {
        return metrics.isPaused();
    }

    public String groupId() {
        return groupId;
    }

    private void run() {
        Map<String, Object> properties = KafkaClients.consumerProperties(settings, clientId, groupId);
        try (PolledWork work = this.work.get()) {
            KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            try {
                new ConsumerLoop(consumer, work, positions, metrics).run(topics, () -> ended);
            } finally {
                consumer.close(CloseOptions.timeout(LEAVE_TIMEOUT));
            }
        } catch (RuntimeException | Error e) {
            stopped(e);
        }
    }

    private void stopped(Throwable e) {
        if (ended) {
            LOG.debug("{} was interrupted while closing.", clientId, e);
            return;
        }
        failure = e;
        LOG.error("{} stopped reading because of a bug; nothing after the committed offsets is handled.", clientId, e);
        if (e instanceof Error error) {
            throw error;
        }
    }

    /** Lets the batch in hand finish, then leaves the group. */
    @Override
    public void close() {
        Thread current;
        synchronized (this) {
            ended = true;
            current = thread;
        }
        if (current != null && !current.equals(Thread.currentThread())) {
            Threads.end(current, FINISH_TIMEOUT);
        }
    }
}
