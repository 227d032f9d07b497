package io.refundtool.messaging;

import static io.refundtool.messaging.DatabaseFailure.AWAY;

import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls, handles, sends dead letters, commits, in this order, so that nothing is skipped. While PostgreSQL or Kafka is
 * away it goes on polling with every partition paused: that keeps its place in the group and fetches nothing.
 */
final class ConsumerLoop implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final EventDecoder decoder;
    private final BatchWorker worker;
    private final DeadLetterWriter deadLetters;
    private final ConsumerMetrics metrics;
    private final PendingWork pending = new PendingWork();
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);

    ConsumerLoop(
            Consumer<byte[], byte[]> consumer,
            EventDecoder decoder,
            BatchWorker worker,
            DeadLetterWriter deadLetters,
            ConsumerMetrics metrics) {
        this.consumer = consumer;
        this.decoder = decoder;
        this.worker = worker;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Returns when it is told to end; throws what is a bug. */
    void run(Collection<String> topics, BooleanSupplier ended) {
        consumer.subscribe(topics, this);
        while (!ended.getAsBoolean()) {
            poll();
            if (!pending.isEmpty() && backoff.remaining().isZero()) {
                work();
            } else if (pending.isEmpty()) {
                resume();
            }
        }
    }

    private void poll() {
        Duration wait = pending.isEmpty() ? POLL : min(POLL, backoff.remaining());
        ConsumerRecords<byte[], byte[]> records = consumer.poll(wait);
        if (records.isEmpty()) {
            return;
        }
        if (!pending.isEmpty()) {
            throw new IllegalStateException("Expected no records while paused, but got " + records.count() + ".");
        }
        decoder.decode(records, pending);
    }

    private void work() {
        try {
            worker.work(pending);
            deadLetters.send(pending.deadLetters());
            pending.deadLettersDone();
        } catch (RuntimeException e) {
            if (!isAway(e)) {
                throw e;
            }
            pause(e);
            return;
        }
        commit();
        pending.clear();
        resume();
    }

    /** Not committing is no loss: the next commit covers it, or whoever has the partition now reads it again. */
    private void commit() {
        try {
            consumer.commitSync(pending.offsets(), COMMIT_TIMEOUT);
        } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
            LOG.warn("Offsets were not committed, some events may be read again: {}", e.getMessage());
        }
    }

    private void pause(RuntimeException e) {
        backoff.failed();
        if (backoff.isWorthAWarning()) {
            LOG.warn(
                    "Reading waits until it works again: {} (SQLSTATE {}).",
                    e.getClass().getSimpleName(),
                    DatabaseFailure.sqlState(e));
        }
        metrics.paused();
        consumer.pause(consumer.assignment());
    }

    private void resume() {
        if (backoff.isFailing()) {
            LOG.info("Reading goes on.");
            backoff.succeeded();
            metrics.resumed();
            consumer.resume(consumer.paused());
        }
    }

    private static boolean isAway(RuntimeException e) {
        return e instanceof RetriableException
                || DatabaseFailure.of(e).filter(AWAY::equals).isPresent();
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (!pending.isEmpty()) {
            consumer.pause(partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        pending.drop(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        pending.drop(partitions);
    }
}
