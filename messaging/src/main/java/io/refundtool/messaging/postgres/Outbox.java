package io.refundtool.messaging.postgres;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.messaging.CloudEvents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Events that are published if, and only if, the transaction around them commits.
 *
 * <p>They are written in one statement just before the commit, so adding one at a time costs nothing; a database that
 * refuses them says so at the commit. After it the {@link OutboxRelay} that was given this outbox is woken.
 */
public final class Outbox {

    /** What headers, key and framing may add to a body. */
    private static final int RECORD_OVERHEAD_BYTES = 4_096;

    private final JdbcTemplate jdbc;
    private final Semaphore committed = new Semaphore(0);

    public Outbox(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Publishes the event when the caller's transaction commits.
     *
     * @throws IllegalStateException there is no transaction
     * @throws IllegalArgumentException the event is larger than its topic's messages may be
     */
    public void add(Envelope<?> envelope) {
        addAll(List.of(envelope));
    }

    /** As {@link #add}, in the order of the list. */
    public void addAll(List<? extends Envelope<?>> envelopes) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Expected a transaction around the outbox, but there is none.");
        }
        OutboxTransaction transaction = currentTransaction();
        for (Envelope<?> envelope : envelopes) {
            transaction.add(requireSize(
                    CloudEvents.toRecord(envelope), envelope.event().eventType().topic()));
        }
    }

    private OutboxTransaction currentTransaction() {
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof OutboxTransaction transaction && transaction.belongsTo(this)) {
                return transaction;
            }
        }
        OutboxTransaction transaction = new OutboxTransaction(this, jdbc);
        TransactionSynchronizationManager.registerSynchronization(transaction);
        return transaction;
    }

    /** Kafka would refuse it for ever, and everything behind it would wait. */
    private static ProducerRecord<String, byte[]> requireSize(ProducerRecord<String, byte[]> event, Topic topic) {
        int largest = topic.maxMessageBytes() - RECORD_OVERHEAD_BYTES;
        if (event.value().length > largest) {
            throw new IllegalArgumentException("Expected an event of " + topic.topicName() + " to have at most "
                    + largest + " bytes, but it has " + event.value().length + ".");
        }
        return event;
    }

    /** Wakes the relay. */
    void wake() {
        if (committed.availablePermits() == 0) {
            committed.release();
        }
    }

    /** Forgets wake-ups until now: whoever calls this looks into the table afterwards. */
    void lookingNow() {
        committed.drainPermits();
    }

    /** Waits for a commit, but not longer than this. */
    void awaitCommit(Duration atMost) throws InterruptedException {
        if (committed.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            committed.drainPermits();
        }
    }
}
