package io.refundtool.refund.recovery.rebuild;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.InterruptException;

/** All slices, several at a time. One that fails stops the others: without it nothing can be used. */
final class SliceRuns {

    /** Takes what is missing of a partition, in the order in which it follows; nobody keeps it for longer. */
    interface MissingOutputs {
        void found(int partition, List<Missing> missing);
    }

    private final List<SliceRun> slices;
    private final int threads;
    private final AtomicBoolean stop = new AtomicBoolean();

    SliceRuns(List<SliceRun> slices, int threads) {
        this.slices = slices;
        this.threads = threads;
    }

    /** Returns when all are done. */
    void run(Optional<Changelogs> changelogs, MissingOutputs missing) {
        ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("rebuild-", 1).factory());
        try {
            List<? extends Future<?>> running = slices.stream()
                    .map(slice -> workers.submit(() -> run(slice, changelogs, missing)))
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            stop.set(true);
            workers.close();
        }
    }

    private void run(SliceRun slice, Optional<Changelogs> changelogs, MissingOutputs missing) {
        boolean whole = false;
        try {
            missing.found(slice.partition(), slice.run(changelogs, stop));
            whole = true;
        } finally {
            if (!whole) {
                stop.set(true);
            }
        }
    }
}
