package io.refundtool.sandbox.audit;

import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.events.refund.Rejected;
import io.refundtool.events.refund.ReversalStarted;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a refund in refund.update.v1 say, the last one first of all.
 *
 * @param code why it was rejected or is on hold, if it is
 * @param reason the sentence that goes with the code; empty without one
 * @param partsMinor what each part amounts to, by its number
 * @param receipts the registered receipts by external id
 * @param receiptNumbers fiscal document numbers, in the order of the receipts
 * @param hasEmail whether the customer can be written to
 * @param wasFiscalized whether any event said that its success can be told
 * @param toReverse the transactions that Payment was asked to take back
 */
public record LastUpdate(
        RefundStatus status,
        @Nullable String code,
        String reason,
        long amountMinor,
        Map<Integer, Long> partsMinor,
        FiscalizationResult fiscalization,
        Map<String, ReceiptKind> receipts,
        List<String> receiptNumbers,
        NotificationResult notification,
        boolean hasEmail,
        boolean wasFiscalized,
        Set<String> toReverse) {

    private record Why(@Nullable String code, String reason) {}

    /** What is known with one more event. */
    static LastUpdate with(@Nullable LastUpdate before, RefundUpdate update) {
        RefundSnapshot refund = update.refund();
        Why why = why(before, update);
        return new LastUpdate(
                refund.status(),
                why.code(),
                why.reason(),
                refund.amountMinor(),
                refund.parts().stream()
                        .collect(Collectors.toUnmodifiableMap(PayoutPart::part, PayoutPart::amountMinor, Long::sum)),
                refund.fiscalization(),
                refund.receipts().stream()
                        .collect(Collectors.toUnmodifiableMap(Receipt::externalId, Receipt::kind, (one, same) -> one)),
                refund.receipts().stream()
                        .map(receipt -> Long.toString(receipt.fiscalDocumentNumber()))
                        .toList(),
                refund.notification(),
                refund.customer().email() != null,
                refund.status() == RefundStatus.FISCALIZED || (before != null && before.wasFiscalized()),
                toReverse(before, update));
    }

    /** An event that leaves the status as it is says nothing of why it came to be. */
    private static Why why(@Nullable LastUpdate before, RefundUpdate update) {
        if (update instanceof Rejected rejected) {
            return new Why(rejected.code().wire(), rejected.reason());
        }
        if (update instanceof PutOnHold hold) {
            return new Why(hold.code().wire(), hold.reason());
        }
        return before != null && before.status() == update.refund().status()
                ? new Why(before.code(), before.reason())
                : new Why(null, "");
    }

    private static Set<String> toReverse(@Nullable LastUpdate before, RefundUpdate update) {
        Set<String> transactions = before == null ? new HashSet<>() : new HashSet<>(before.toReverse());
        if (update instanceof ReversalStarted started) {
            started.transactions().stream().map(PaidTransaction::transactionId).forEach(transactions::add);
        }
        return Set.copyOf(transactions);
    }

    View view() {
        return new View(status.wire(), code, receiptNumbers);
    }

    /** Nothing will change any more by itself, and nobody has to do anything. */
    boolean isFinal() {
        return switch (status) {
            case COMPLETED, REJECTED, CANCELLED, REVERSED -> true;
            case AWAITING_CLARIFICATION, APPROVED, MONEY_REFUNDED, FISCALIZED, REVERSING, ON_HOLD -> false;
        };
    }
}
