package io.refundtool.notifications.persistence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the log shows it.
 *
 * @param state waiting, told or given-up
 * @param recipient masked
 * @param reason why it was given up
 */
public record DeliveryEntry(
        String orderId,
        String refundId,
        String status,
        String country,
        String state,
        @Nullable String channel,
        @Nullable String recipient,
        @Nullable String language,
        @Nullable String messageId,
        @Nullable String reason,
        Instant receivedAt,
        @Nullable Instant settledAt,
        List<AttemptEntry> attempts) {

    /** One answer of a provider: taken, postponed or refused, and its own words. */
    public record AttemptEntry(String channel, int attempt, Instant answeredAt, String answer, String text) {}
}
