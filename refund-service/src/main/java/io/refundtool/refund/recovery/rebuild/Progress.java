package io.refundtool.refund.recovery.rebuild;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints every few seconds how far the rebuild is. */
final class Progress implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Tally tally;
    private final long total;
    private final PrintWriter out;
    private final long begin = System.nanoTime();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rebuild-progress").factory());

    /** @param total records to be read, those that are read once for each slice counted each time */
    Progress(Tally tally, long total, PrintWriter out) {
        this.tally = tally;
        this.total = total;
        this.out = out;
        var _ = timer.scheduleAtFixedRate(this::print, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void print() {
        long read = tally.read.sum();
        double seconds = elapsed().toMillis() / 1_000.0;
        double perSecond = tally.decided.sum() / seconds;
        long left = read == 0 ? 0 : Math.round(seconds * Math.max(0, total - read) / read);
        out.printf(
                Locale.ROOT,
                "%,d of %,d records read (%d %%), %,.0f events/s decided, %,d entries written, about %d s left%n",
                read,
                total,
                total == 0 ? 100 : Math.min(100, 100 * read / total),
                perSecond,
                tally.written.sum(),
                left);
        out.flush();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
