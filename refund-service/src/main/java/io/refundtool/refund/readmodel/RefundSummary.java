package io.refundtool.refund.readmodel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund as a search finds it.
 *
 * @param amountMinor in minor units of the currency
 * @param code why it was rejected, waits or needs clarification; null in any other state
 * @param updatedAt when the event that changed it last happened
 */
public record RefundSummary(
        String orderId,
        String refundId,
        String country,
        String currency,
        String status,
        long amountMinor,
        @Nullable String code,
        @Nullable String reason,
        Instant requestedAt,
        Instant updatedAt) {}
