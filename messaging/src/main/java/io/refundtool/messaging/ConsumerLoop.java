package io.refundtool.messaging;

import static io.refundtool.messaging.DatabaseFailure.AWAY;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls, works, commits, in this order, so that nothing is skipped. While PostgreSQL or Kafka is
 * away it goes on polling with every partition paused: that keeps its place in the group and fetches nothing.
 */
final class ConsumerLoop implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final PolledWork work;
    private final ConsumerMetrics metrics;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private final Optional<Placement> placement;
    private final boolean mayGoBack;

    ConsumerLoop(
            Consumer<byte[], byte[]> consumer,
            PolledWork work,
            Optional<ReadPositions> positions,
            ConsumerMetrics metrics) {
        this.consumer = consumer;
        this.work = work;
        this.placement = positions.map(each -> new Placement(consumer, each));
        this.mayGoBack = positions.filter(ReadPositions::mayGoBackAtAnyTime).isPresent();
        this.metrics = metrics;
    }

    /** Returns when it is told to end; throws what is a bug. */
    void run(Collection<String> topics, BooleanSupplier ended) {
        consumer.subscribe(topics, this);
        while (!ended.getAsBoolean()) {
            poll();
            if (backoff.remaining().isZero()) {
                work();
            }
        }
    }

    private void poll() {
        Duration wait = isWaiting() ? min(POLL, backoff.remaining()) : POLL;
        ConsumerRecords<byte[], byte[]> records = consumer.poll(wait);
        if (records.isEmpty()) {
            return;
        }
        if (isWaiting()) {
            throw new IllegalStateException("Expected no records while paused, but got " + records.count() + ".");
        }
        work.take(records);
    }

    private boolean isWaiting() {
        return backoff.isFailing() || !work.isEmpty();
    }

    private void work() {
        try {
            placement.ifPresent(each -> work.drop(each.place()));
            work.work();
        } catch (RuntimeException e) {
            if (e instanceof DatabaseWentBackException && mayGoBack) {
                placement.ifPresent(Placement::lookAtOnce);
            } else if (!isAway(e)) {
                throw e;
            }
            pause(e);
            return;
        }
        if (!work.isEmpty()) {
            commit();
            work.clear();
        }
        resume();
    }

    /** Not committing is no loss: the next commit covers it, or whoever has the partition now reads it again. */
    private void commit() {
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = work.offsets();
            consumer.commitSync(
                    placement.map(each -> each.withPositions(offsets)).orElse(offsets), COMMIT_TIMEOUT);
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
        if (isWaiting()) {
            consumer.pause(partitions);
        }
        placement.ifPresent(each -> each.assigned(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        work.drop(partitions);
        placement.ifPresent(each -> each.gone(partitions));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        onPartitionsRevoked(partitions);
    }
}
