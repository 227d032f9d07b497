package io.refundtool.sandbox.run;

import io.refundtool.sandbox.report.Console;
import io.refundtool.sandbox.report.Durations;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows how far a run is: often on a terminal, now and then in a log. */
public final class ProgressLine implements Consumer<RunTracker> {

    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration IN_LOG = Duration.ofSeconds(5);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Console console;
    private final long everyNanos;
    private long shownAtNanos = System.nanoTime();
    private int endedWhenShown;

    public ProgressLine(Console console) {
        this.console = console;
        this.everyNanos = (console.terminal() ? ON_TERMINAL : IN_LOG).toNanos();
    }

    @Override
    public void accept(RunTracker tracker) {
        long now = System.nanoTime();
        if (now - shownAtNanos < everyNanos) {
            return;
        }
        int ended = tracker.endedCount();
        double perSecond = (ended - endedWhenShown) * NANOS_PER_SECOND / (now - shownAtNanos);
        console.progress(String.format(
                Locale.ROOT,
                "accepted %,d · refused %,d · ended %,d · on their way %,d · %.0f/s · p50 %d ms",
                tracker.acceptedCount(),
                tracker.refusedCount(),
                ended,
                tracker.acceptedCount() - ended,
                perSecond,
                new Durations(tracker.allTookNanos()).percentileMs(50)));
        shownAtNanos = now;
        endedWhenShown = ended;
    }
}
