package io.refundtool.refund.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how far stores are that are restored from their changelogs: in the log every few seconds, as metrics, and for the
 * health. {@code refundtool.restore.left} is how many entries are left, {@code refundtool.restore.entries} how many were
 * restored since the start. Safe for all threads.
 */
public final class RestoreProgress implements StateRestoreListener, StandbyUpdateListener {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);

    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    /** One store of one partition. */
    private static final class Restoring {
        final long total;
        final long since;
        long done;
        long told;

        Restoring(long total, long since) {
            this.total = total;
            this.since = since;
            this.told = since;
        }

        long left() {
            return Math.max(0, total - done);
        }
    }

    private final Map<TopicPartition, Restoring> restoring = new HashMap<>();
    private final Counter entries;
    private final LongSupplier nanoTime;
    private long begin;
    private long restored;
    private long events;

    RestoreProgress(MeterRegistry meters) {
        this(meters, System::nanoTime);
    }

    RestoreProgress(MeterRegistry meters, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        entries = Counter.builder("refundtool.restore.entries")
                .description("Entries restored from changelogs")
                .register(meters);
        Gauge.builder("refundtool.restore.left", this, RestoreProgress::left)
                .description("Entries of changelogs that are still to be restored before their partitions go on")
                .register(meters);
    }

    /** How many entries are still to be restored. */
    public synchronized long left() {
        return restoring.values().stream().mapToLong(Restoring::left).sum();
    }

    /** How many stores of partitions are being restored. */
    public synchronized int stores() {
        return restoring.size();
    }

    @Override
    public synchronized void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        if (restoring.isEmpty()) {
            begin = nanoTime.getAsLong();
            restored = 0;
            events = 0;
        }
        restoring.put(changelog, new Restoring(to - from, nanoTime.getAsLong()));
    }

    @Override
    public synchronized void onBatchRestored(TopicPartition changelog, String store, long end, long count) {
        Restoring one = restoring.get(changelog);
        if (one == null) {
            return;
        }
        one.done += count;
        restored += count;
        entries.increment((double) count);
        if (store.equals(RefundTopology.ORDER_EVENT_SEQUENCE)) {
            events += count;
        }
        long now = nanoTime.getAsLong();
        if (now - one.told >= TELL_EVERY.toNanos()) {
            one.told = now;
            LOG.info(
                    "Restoring {} of partition {}: {} of {} entries, {}/s; {} left in all stores",
                    store,
                    changelog.partition(),
                    one.done,
                    one.total,
                    perSecond(one.done, one.since),
                    left());
        }
    }

    @Override
    public synchronized void onRestoreEnd(TopicPartition changelog, String store, long total) {
        finished(changelog);
    }

    @Override
    public synchronized void onRestoreSuspended(TopicPartition changelog, String store, long total) {
        finished(changelog);
    }

    @Override
    public void onUpdateStart(TopicPartition changelog, String store, long from) {
        LOG.info("A copy of {} of partition {} begins at offset {}", store, changelog.partition(), from);
    }

    @Override
    public void onBatchLoaded(TopicPartition changelog, String store, TaskId task, long to, long count, long end) {
        LOG.debug("A copy of {} of partition {} is {} entries behind", store, changelog.partition(), end - to);
    }

    @Override
    public void onUpdateSuspended(TopicPartition changelog, String store, long offset, long end, SuspendReason reason) {
        LOG.info(
                "The copy of {} of partition {} ends at offset {} of {}: {}",
                store,
                changelog.partition(),
                offset,
                end,
                reason == SuspendReason.PROMOTED ? "it is worked on here now" : "it is kept elsewhere now");
    }

    private void finished(TopicPartition changelog) {
        if (restoring.remove(changelog) != null && restoring.isEmpty() && restored > 0) {
            LOG.info(
                    "Restored {} entries, {} events among them, in {} ms: {} events/s",
                    restored,
                    events,
                    Duration.ofNanos(nanoTime.getAsLong() - begin).toMillis(),
                    perSecond(events, begin));
        }
    }

    private long perSecond(long count, long since) {
        return Math.round(count / Math.max(1e-3, (nanoTime.getAsLong() - since) / 1e9));
    }
}
