package io.refundtool.fiscalization.persistence;

import io.refundtool.fiscalization.domain.ReceiptProgress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt in the ledger as far as decisions about it need, and the ids that its log lines carry.
 *
 * @param announcedAt when the money of its movement moved
 * @param failureCode why it failed or was replaced, if it is so
 */
public record ReceiptRow(
        long receiptId,
        ReceiptProgress progress,
        @Nullable String failureCode,
        Instant announcedAt,
        String orderId,
        String refundId,
        @Nullable String traceparent) {}
