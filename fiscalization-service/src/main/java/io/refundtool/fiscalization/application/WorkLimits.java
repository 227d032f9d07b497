package io.refundtool.fiscalization.application;

import java.time.Duration;

/**
 * How much is done at once and how long claims last.
 *
 * @param concurrency requests to the cash register's service at the same time
 * @param claimSize receipts that are claimed at once
 * @param lease how long a claimed receipt belongs to its instance; longer than it takes to work off what is claimed
 * @param reportPace time between two reports asked of one cash register, by all instances together
 * @param credentialsRecheck how often refused credentials are tried again without a restart
 */
public record WorkLimits(
        int concurrency, int claimSize, Duration lease, Duration reportPace, Duration credentialsRecheck) {
    /** Twice the claim size may be claimed and unfinished, so that workers do not wait for the next claim. */
    public int backlog() {
        return 2 * claimSize;
    }
}
