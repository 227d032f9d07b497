package io.refundtool.refund.streams;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long something is waited for, and how often.
 *
 * @param first how long the first attempt waits
 * @param factor how much longer each attempt waits than the one before
 * @param longest what no attempt waits longer than, unless {@code first} is longer
 * @param attempts how many attempts there are; the deadline of the last one ends the waiting
 */
record Pace(Duration first, int factor, Duration longest, int attempts) {

    /** A refund that nobody answers for a year is nothing that a timer can help. */
    private static final Duration MAX_WAIT = Duration.ofDays(366);

    private static final Duration MIN_WAIT = Duration.ofMillis(1);
    private static final int MAX_FACTOR = 10;

    /** What the spec of deadline-passed allows. */
    private static final int MAX_ATTEMPTS = 1_000;

    /** @param attempt counted from 1 */
    Duration duration(int attempt) {
        Duration limit = longest.compareTo(first) > 0 ? longest : first;
        Duration duration = first;
        for (int past = 1; past < attempt && duration.compareTo(limit) < 0; past++) {
            Duration longer = duration.multipliedBy(factor);
            duration = longer.compareTo(limit) < 0 ? longer : limit;
        }
        return duration;
    }

    Pace with(@Nullable PaceSettings set) {
        return set == null
                ? this
                : new Pace(
                        Objects.requireNonNullElse(set.first(), first),
                        Objects.requireNonNullElse(set.factor(), factor),
                        Objects.requireNonNullElse(set.longest(), longest),
                        Objects.requireNonNullElse(set.attempts(), attempts));
    }

    /**
     * This pace, if deadlines can be kept at it.
     *
     * @param property under which it is set
     * @throws IllegalArgumentException with a sentence for whoever set it
     */
    Pace checked(String property) {
        checkDuration(property + ".first", first);
        checkDuration(property + ".longest", longest);
        checkNumber(property + ".factor", factor, MAX_FACTOR);
        checkNumber(property + ".attempts", attempts, MAX_ATTEMPTS);
        return this;
    }

    private static void checkDuration(String property, Duration set) {
        if (set.compareTo(MIN_WAIT) < 0 || set.compareTo(MAX_WAIT) > 0) {
            throw new IllegalArgumentException("Expected %s to be between 1 ms and %d days, but it is %s"
                    .formatted(property, MAX_WAIT.toDays(), set));
        }
    }

    private static void checkNumber(String property, int set, int max) {
        if (set < 1 || set > max) {
            throw new IllegalArgumentException(
                    "Expected %s to be between 1 and %d, but it is %d".formatted(property, max, set));
        }
    }
}
