package io.refundtool.refund.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.refundtool.events.common.Awaited;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How late timers fire. {@code refundtool.deadlines.late} says it of the deadlines that were told, by what was awaited;
 * {@code refundtool.deadlines.overdue} how many alarms are due and were not looked at; {@code refundtool.deadlines.unchecked}
 * for how long nobody looked whether one is due. Safe for use by all stream threads.
 */
final class DeadlineMetrics {

    private final Map<Awaited, Timer> late = new EnumMap<>(Awaited.class);
    private final Map<OfTask, Check> checks = new ConcurrentHashMap<>();

    private record Check(long nanos, int overdue) {}

    /** What one task has to say; the timers of a task that was closed are another instance's. */
    final class OfTask {

        void checked(int overdue) {
            checks.put(this, new Check(System.nanoTime(), overdue));
        }

        void closed() {
            checks.remove(this);
        }
    }

    DeadlineMetrics(MeterRegistry meters) {
        for (Awaited awaited : Awaited.values()) {
            late.put(
                    awaited,
                    Timer.builder("refundtool.deadlines.late")
                            .description("How late it was told that a deadline passed")
                            .tag("awaited", awaited.wire())
                            .register(meters));
        }
        Gauge.builder("refundtool.deadlines.overdue", checks, DeadlineMetrics::overdue)
                .description("Alarms that are due and were not looked at")
                .register(meters);
        TimeGauge.builder("refundtool.deadlines.unchecked", checks, TimeUnit.NANOSECONDS, DeadlineMetrics::unchecked)
                .description("How long ago it was last looked whether a deadline is due")
                .register(meters);
    }

    OfTask task() {
        return new OfTask();
    }

    void fired(Awaited awaited, Duration howLate) {
        Timer timer = late.get(awaited);
        if (timer != null) {
            timer.record(howLate);
        }
    }

    private static double overdue(Map<OfTask, Check> checks) {
        return checks.values().stream().mapToInt(Check::overdue).sum();
    }

    private static double unchecked(Map<OfTask, Check> checks) {
        long now = System.nanoTime();
        return checks.values().stream()
                .mapToLong(check -> now - check.nanos())
                .max()
                .orElse(0);
    }
}
