package io.refundtool.fiscalization.domain;

import java.time.Duration;

/**
 * How often and how long a receipt is tried.
 *
 * @param serviceFailures answered failures of the service (codes 0, 1, 50) before a person is told
 * @param registerRefusals refusals by the cash register before the receipt has failed
 * @param queueTimeouts registrations that waited too long in ATOL's queue before a person is told
 * @param polls reports asked for in vain before a person is told
 * @param firstBackoff wait before the first retry, doubled for each further; ATOL asks for at least a second
 * @param maxBackoff the longest wait between retries
 * @param silence how long a callback may stay away before the report is asked for
 */
public record RetryLimits(
        int serviceFailures,
        int registerRefusals,
        int queueTimeouts,
        int polls,
        Duration firstBackoff,
        Duration maxBackoff,
        Duration silence) {
    private static final int MAX_DOUBLINGS = 20;

    public static RetryLimits standard() {
        return new RetryLimits(8, 3, 3, 60, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(300));
    }

    /**
     * The wait before the next try.
     *
     * @param failures how many there were, from 1
     */
    public Duration backoff(int failures) {
        Duration wait = firstBackoff.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        return wait.compareTo(maxBackoff) > 0 ? maxBackoff : wait;
    }
}
