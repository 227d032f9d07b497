package io.refundtool.notifications.application;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sending is spread over threads and time.
 *
 * @param threads senders of each channel, each with a connection of its own, 1 to 16
 * @param batch deliveries claimed at once, 1 to 100
 * @param lease how long a claim lasts; when a sender dies, what it had claimed waits until then. A sender begins no
 *     message in the second half of it, so half of it has to be longer than one message can take.
 * @param poll how long a sender sleeps when nothing rings: how late a retry, or a delivery that another instance accepted,
 *     may be
 */
public record SendingLimits(
        @DefaultValue("3") int threads,
        @DefaultValue("50") int batch,
        @DefaultValue("3m") Duration lease,
        @DefaultValue("1s") Duration poll) {
    private static final int MAX_THREADS = 16;
    private static final int MAX_BATCH = 100;

    public SendingLimits {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new IllegalArgumentException("Expected 1 to " + MAX_THREADS + " sender threads, but got " + threads);
        }
        if (batch < 1 || batch > MAX_BATCH) {
            throw new IllegalArgumentException("Expected a batch of 1 to " + MAX_BATCH + ", but got " + batch);
        }
        if (!lease.isPositive() || !poll.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected a lease and a poll above zero, but got " + lease + " and " + poll);
        }
    }
}
