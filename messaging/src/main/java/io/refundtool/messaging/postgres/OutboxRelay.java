package io.refundtool.messaging.postgres;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.messaging.Backoff;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.Threads;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what is in the outbox, in the order in which it was added, at least once and always under the same id.
 *
 * <p>It wakes when a transaction with events commits in this process, and looks once a second for those of others. Of
 * several instances one relays at a time. Whatever fails is tried again with backoff, for ever: nothing is dropped, and
 * nothing overtakes. It holds at most 500 events or 17 MiB in memory; the rest waits in PostgreSQL.
 *
 * <p>Trap: an instance that loses its database connection while Kafka is away cannot be stopped by the next one, so
 * events may then be published again behind later ones. Readers know them by their id.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY_WHEN_LOCKED = Duration.ofMillis(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration FINISH_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration MAX_BLOCK = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final String clientId;
    private final Supplier<Producer<String, byte[]>> newProducer;
    private final RelayMetrics metrics;
    private final RelayRound round;
    private final Backoff failing = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private final Backoff locked = new Backoff(FIRST_RETRY_WHEN_LOCKED, LOOK_AT_LEAST_EVERY);
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Producer<String, byte[]> producer;
    private volatile @Nullable Throwable trouble;
    private volatile @Nullable Thread thread;

    /** @param clientId unique in this JVM */
    public OutboxRelay(
            DataSource dataSource, Outbox outbox, KafkaSettings settings, String clientId, MeterRegistry meters) {
        this.outbox = outbox;
        this.clientId = clientId;
        this.newProducer = () -> KafkaClients.producer(settings, clientId, overrides());
        this.metrics = new RelayMetrics(meters, clientId);
        this.round = new RelayRound(dataSource, metrics);
    }

    /**
     * A batch that expires could be overtaken by the next one, so none does: the producer retries until it is closed.
     * There is nothing to linger for either, since a round is sent as one.
     */
    private static Map<String, Object> overrides() {
        return Map.of(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                MAX_BLOCK.toMillis(),
                ProducerConfig.LINGER_MS_CONFIG,
                0);
    }

    /** Begins to relay; returns at once, also when Kafka or PostgreSQL is away. */
    public synchronized void start() {
        if (thread != null || ended.getCount() == 0) {
            throw new IllegalStateException("Expected to be started once, but " + clientId + " was started before.");
        }
        thread = Thread.ofPlatform().name(clientId).start(this::run);
    }

    public boolean running() {
        Thread current = thread;
        return current != null && current.isAlive();
    }

    /** Whether it was started and relays no more. */
    public boolean hasEnded() {
        Thread current = thread;
        return current != null && !current.isAlive();
    }

    /** Why the last round failed; empty as soon as one succeeds. */
    public Optional<Throwable> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void run() {
        try {
            while (ended.getCount() > 0) {
                relayOnce();
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("{} was interrupted while closing.", clientId, e);
        } catch (Error e) {
            trouble = e;
            LOG.error("{} stopped relaying.", clientId, e);
            throw e;
        } finally {
            closeProducer();
        }
    }

    private void relayOnce() throws InterruptedException {
        outbox.lookingNow();
        try {
            RelayRound.Outcome outcome = round.run(producer());
            succeeded();
            switch (outcome) {
                case MORE -> locked.succeeded();
                case DONE -> {
                    locked.succeeded();
                    outbox.awaitCommit(LOOK_AT_LEAST_EVERY);
                }
                case LOCKED -> {
                    locked.failed();
                    outbox.awaitCommit(locked.remaining());
                }
            }
        } catch (InterruptException e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            failed(e);
        }
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> current = producer;
        if (current == null) {
            current = newProducer.get();
            producer = current;
        }
        return current;
    }

    private void succeeded() {
        if (failing.isFailing()) {
            LOG.info("Events of the outbox are published again.");
        }
        failing.succeeded();
        trouble = null;
    }

    /** A producer that failed is replaced, since not every failure of one ends. */
    private void failed(Exception e) throws InterruptedException {
        if (ended.getCount() == 0) {
            return;
        }
        failing.failed();
        if (failing.isWorthAWarning()) {
            LOG.warn("Events of the outbox wait, to be tried again until it works: {}", e.toString());
        }
        trouble = e;
        metrics.failed();
        if (e instanceof KafkaException) {
            closeProducer();
        }
        if (ended.await(failing.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.debug("{} ends while it waits to try again.", clientId);
        }
    }

    private void closeProducer() {
        Producer<String, byte[]> current = producer;
        producer = null;
        if (current != null) {
            current.close(Duration.ZERO);
        }
    }

    /** Lets the round in hand finish if Kafka answers; what is not published stays in the outbox. */
    @Override
    public void close() {
        Thread current;
        synchronized (this) {
            ended.countDown();
            current = thread;
        }
        outbox.wake();
        if (current != null) {
            Threads.end(current, FINISH_TIMEOUT);
        }
    }
}
