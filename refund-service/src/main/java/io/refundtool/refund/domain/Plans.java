package io.refundtool.refund.domain;

import io.refundtool.events.common.CapturedPayment;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.PayoutPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes payout plans. */
final class Plans {

    private Plans() {}

    /**
     * Allocates a refund to the captured payments in their order, each as far as it goes.
     *
     * @return empty where the payments, one by one, do not have the amount: refunds went back to payments that the
     *     order no longer names
     */
    static Optional<PayoutPlan> allocate(RefundCase refund, OrderLedger ledger, List<CapturedPayment> payments) {
        List<PayoutPart> parts = new ArrayList<>();
        long rest = refund.amountMinor();
        for (CapturedPayment payment : payments) {
            long share = Math.min(rest, ledger.free(payment));
            if (share > 0) {
                parts.add(part(refund, parts.size() + 1, payment, share));
                rest -= share;
            }
        }
        return rest == 0 ? Optional.of(new PayoutPlan(parts, false)) : Optional.empty();
    }

    private static PayoutPart part(RefundCase refund, int number, CapturedPayment payment, long amountMinor) {
        return new PayoutPart(
                number,
                payment.paymentId(),
                amountMinor,
                refund.payout(),
                PayoutPlan.idempotencyKey(refund, number, 1),
                PartResult.PENDING,
                null,
                null);
    }
}
