package io.refundtool.fiscalization.persistence;

import io.refundtool.fiscalization.domain.FiscalDocument;
import io.refundtool.fiscalization.domain.ReceiptProgress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of answers made of a receipt.
 *
 * @param dueIn when to look at it again, from now
 * @param uuid the uuid of the current registration if it was accepted just now
 */
public record ReceiptChange(
        long receiptId,
        ReceiptProgress next,
        Duration dueIn,
        @Nullable String uuid,
        @Nullable FiscalDocument document,
        @Nullable String failureCode,
        @Nullable String failureReason) {}
