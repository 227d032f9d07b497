package io.refundtool.notifications.domain;

import java.time.Duration;

/**
 * How long a message is tried on one channel.
 *
 * @param maxAttempts attempts a channel gets for one message, at least 1
 * @param firstPause after the first attempt; each further pause is twice as long
 * @param longestPause no pause is longer
 * @param giveUpAfter age of a delivery at which it is given up, whatever was or was not tried; bounds the time during
 *     which the provider is away and no attempt can be made
 */
public record RetryPolicy(int maxAttempts, Duration firstPause, Duration longestPause, Duration giveUpAfter) {
    private static final int MAX_DOUBLINGS = 30;

    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("Expected at least 1 attempt, but got " + maxAttempts);
        }
        if (!firstPause.isPositive() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "Expected 0 < first pause <= longest pause, but got " + firstPause + " and " + longestPause);
        }
    }

    /** The pause after so many attempts. */
    public Duration pauseAfter(int attempts) {
        int doublings = Math.clamp(attempts - 1L, 0, MAX_DOUBLINGS);
        double nanos = (double) firstPause.toNanos() * (1L << doublings);
        return nanos >= longestPause.toNanos() ? longestPause : Duration.ofNanos((long) nanos);
    }
}
