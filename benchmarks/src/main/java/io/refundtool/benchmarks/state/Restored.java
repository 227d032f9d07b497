package io.refundtool.benchmarks.state;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Counts what is restored from changelogs. */
final class Restored implements StateRestoreListener {

    private static final double NANOS_PER_SECOND = 1e9;

    private final AtomicLong records = new AtomicLong();
    private final AtomicLong beganNanos = new AtomicLong();
    private final AtomicLong endedNanos = new AtomicLong();

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long startingOffset, long endingOffset) {
        beganNanos.compareAndSet(0, System.nanoTime());
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEndOffset, long restored) {
        records.addAndGet(restored);
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long totalRestored) {
        endedNanos.set(System.nanoTime());
    }

    @Override
    public String toString() {
        double seconds = (endedNanos.get() - beganNanos.get()) / NANOS_PER_SECOND;
        return records.get() == 0
                ? "nothing was restored"
                : "restored %,d records in %.1f s, %,.0f a second"
                        .formatted(records.get(), seconds, records.get() / seconds);
    }
}
