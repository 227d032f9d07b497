package io.refundtool.sandbox.payment;

import static io.refundtool.sandbox.RefundSnapshots.NOW;
import static io.refundtool.sandbox.RefundSnapshots.PAYOUT;
import static io.refundtool.sandbox.RefundSnapshots.snapshot;

import io.refundtool.events.common.Cause;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.ReversalStarted;
import java.util.List;

/** What Payment hears of refund R1 of order O1. */
final class PaymentEvents {

    private static final Cause CAUSE = new Cause("e0", "bob.refund-requested.v1", NOW);

    private PaymentEvents() {}

    static PayoutPart part(String key, long amount) {
        return part(key, amount, PartResult.PENDING);
    }

    static PayoutPart part(String key, long amount, PartResult result) {
        return new PayoutPart(1, "P1", amount, PAYOUT, key, result, null, null);
    }

    static Approved approved(int attempt, PayoutPart... parts) {
        return new Approved("O1", "R1", Country.GB, snapshot(RefundStatus.APPROVED, parts), null, CAUSE, attempt);
    }

    static ReversalStarted reversal(int attempt, LedgerEntry... paid) {
        return new ReversalStarted(
                "O1",
                "R1",
                Country.GB,
                snapshot(RefundStatus.REVERSING),
                RefundStatus.APPROVED,
                CAUSE,
                List.of(paid).stream()
                        .map(entry -> new PaidTransaction(entry.part(), entry.transactionId(), entry.amountMinor()))
                        .toList(),
                attempt,
                "The refund was cancelled");
    }
}
