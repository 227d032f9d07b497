package io.refundtool.messaging.postgres;

import io.refundtool.events.Topic;
import io.refundtool.messaging.Backoff;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.Threads;
import io.refundtool.messaging.WaitingEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits of one reading to a topic, for a reading that is not by the database: dead letters that are published
 * again. A row goes when Kafka has its record, so it is sent at least once, and order by order. Whatever fails is tried
 * again with backoff, for ever.
 */
public final class RetryRelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetryRelay.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration FINISH_TIMEOUT = Duration.ofSeconds(2);

    private final ParkedEvents parked;
    private final TransactionTemplate transactions;
    private final Topic retries;
    private final String clientId;
    private final Map<String, Object> producerProperties;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /**
     * A relay.
     *
     * @param reader the name of the reading
     * @param retries the topic that the reading reads again
     * @param clientId unique in this JVM
     */
    public RetryRelay(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactionManager,
            String reader,
            Topic retries,
            KafkaSettings kafka,
            String clientId) {
        this.parked = new ParkedEvents(jdbc, reader);
        this.transactions = new TransactionTemplate(transactionManager);
        this.retries = retries;
        this.clientId = clientId;
        this.producerProperties = KafkaClients.producerProperties(kafka, clientId);
        int timeoutMs = Math.toIntExact(DELIVERY_TIMEOUT.toMillis());
        producerProperties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeoutMs);
        producerProperties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs / 2);
        producerProperties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) timeoutMs);
    }

    /** Begins to relay; returns at once, also when Kafka or PostgreSQL is away. */
    public synchronized void start() {
        if (thread != null) {
            throw new IllegalStateException("Expected to be started once, but " + clientId + " was started before.");
        }
        thread = Thread.ofPlatform().name(clientId).start(this::run);
    }

    private void run() {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(producerProperties, new ByteArraySerializer(), new ByteArraySerializer())) {
            while (!ended.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                relay(producer);
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("{} was interrupted while closing.", clientId, e);
        }
    }

    private Duration pause() {
        return backoff.isFailing() ? backoff.remaining() : LOOK_EVERY;
    }

    private void relay(KafkaProducer<byte[], byte[]> producer) throws InterruptedException {
        try {
            Optional<WaitingEvent> next = parked.next();
            while (next.isPresent() && ended.getCount() > 0) {
                WaitingEvent waiting = next.get();
                transactions.executeWithoutResult(_ -> send(producer, waiting));
                next = parked.next();
            }
            backoff.succeeded();
        } catch (InterruptException e) {
            throw e;
        } catch (DataAccessException | TransactionException | KafkaException e) {
            backoff.failed();
            if (backoff.isWorthAWarning()) {
                LOG.warn(
                        "Dead letters that are published again wait until it works: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, WaitingEvent waiting) {
        if (!parked.lock(waiting.orderId()) || !parked.remove(waiting)) {
            return;
        }
        try {
            producer.send(DeadLetters.publishedAgain(retries, waiting)).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
        }
        parked.advance(waiting.orderId());
    }

    /** Lets the record in hand be sent; what is not sent stays in the database. */
    @Override
    public void close() {
        ended.countDown();
        Thread current = thread;
        if (current != null) {
            Threads.end(current, FINISH_TIMEOUT);
        }
    }
}
