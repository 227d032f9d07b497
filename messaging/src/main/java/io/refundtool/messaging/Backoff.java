package io.refundtool.messaging;

import java.time.Duration;

/**
 * When to try again: at once at first, then after a pause that doubles up to a limit. It never gives up. Not
 * thread-safe.
 */
public final class Backoff {

    /** Of failures, at the longest pause of 5 s that is used here. */
    private static final int WARN_EVERY = 12;

    private final Duration first;
    private final Duration longest;
    private Duration pause = Duration.ZERO;
    private int failures;
    private long dueNanos = System.nanoTime();

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** Lets the next attempt wait longer than the last one. */
    public void failed() {
        failures++;
        Duration doubled = pause.isZero() ? first : pause.multipliedBy(2);
        pause = doubled.compareTo(longest) > 0 ? longest : doubled;
        dueNanos = System.nanoTime() + pause.toNanos();
    }

    /** Lets the next attempt happen at once. */
    public void succeeded() {
        failures = 0;
        pause = Duration.ZERO;
        dueNanos = System.nanoTime();
    }

    /** Whether the last attempt failed. */
    public boolean isFailing() {
        return failures > 0;
    }

    /** Whether this failure should be told: the first of a row, and then one about every minute. */
    public boolean isWorthAWarning() {
        return failures % WARN_EVERY == 1;
    }

    /** The time until the next attempt, zero if it is due. */
    public Duration remaining() {
        long nanos = dueNanos - System.nanoTime();
        return nanos <= 0 ? Duration.ZERO : Duration.ofNanos(nanos);
    }
}
