package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.ReceiptDecider;
import io.refundtool.fiscalization.domain.ReceiptState;
import io.refundtool.fiscalization.persistence.SettledReceipts.SettledReceipt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The receipts that state the same lines of a movement: the first one, and the correction where that had to replace it. */
record LineReceipts(SettledReceipt first, @Nullable SettledReceipt correction) {

    /** All receipts of a movement, by the lines that they state. */
    static List<LineReceipts> of(List<SettledReceipt> ofMovement) {
        Map<Integer, LineReceipts> byOrdinal = new LinkedHashMap<>();
        ofMovement.stream()
                .filter(receipt -> receipt.operation() != FiscalOperation.SELL_REFUND_CORRECTION)
                .forEach(receipt -> byOrdinal.put(receipt.ordinal(), new LineReceipts(receipt, null)));
        ofMovement.stream()
                .filter(receipt -> receipt.operation() == FiscalOperation.SELL_REFUND_CORRECTION)
                .forEach(receipt -> byOrdinal.computeIfPresent(
                        receipt.ordinal(), (_, lines) -> new LineReceipts(lines.first(), receipt)));
        return List.copyOf(byOrdinal.values());
    }

    /** The receipt that counts for these lines. */
    SettledReceipt standing() {
        if (correction == null) {
            return first;
        }
        boolean corrected = first.state() == ReceiptState.REPLACED || correction.state() == ReceiptState.REGISTERED;
        return corrected ? correction : first;
    }

    boolean haveFailed() {
        return standing().state() == ReceiptState.FAILED;
    }

    /** Whether a receipt that was given up for a correction turned out to be registered as well. */
    boolean areRegisteredTwice() {
        return correction != null
                && first.state() == ReceiptState.REGISTERED
                && correction.state() == ReceiptState.REGISTERED;
    }

    /**
     * What to send when both have failed and the movement is announced again: the first, since a correction is for what
     * cannot be registered otherwise. A correction that may be registered all the same is found out about before.
     */
    SettledReceipt toTryAgain() {
        return ReceiptDecider.isFateUnknown(standing().failureCode()) ? standing() : first;
    }

    String failureCode() {
        return Objects.requireNonNull(standing().failureCode());
    }

    String failureReason() {
        String reason = Objects.requireNonNull(standing().failureReason());
        return standing().equals(first)
                ? reason
                : "The receipt failed with %s (%s), and its correction with %s (%s)"
                        .formatted(first.failureCode(), first.failureReason(), failureCode(), reason);
    }
}
