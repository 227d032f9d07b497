package io.refundtool.refund.domain.promises;

import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.refund.domain.Fiscal;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.ReceiptAnswer;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundState;
import io.refundtool.refund.domain.Transaction;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a refund ended, as far as anybody outside cares. One that is on hold did not end: how far it had come is a matter of
 * who was faster, why it stopped is not.
 *
 * @param code why it was rejected or is on hold; empty otherwise
 * @param netMinor money that is with the customer
 * @param receiptsMinor what the tax office believes is with the customer
 * @param told whether the customer was told of success; of no interest where there was none
 */
record Outcome(RefundStatus status, String code, long netMinor, long receiptsMinor, NotificationResult told) {

    static Map<String, Outcome> of(OrderState order) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        order.all().forEach(refund -> outcomes.put(refund.refundId(), of(refund)));
        return outcomes;
    }

    static Outcome of(Refund refund) {
        boolean completed = refund.state() instanceof RefundState.Completed;
        if (refund.state() instanceof RefundState.OnHold) {
            return new Outcome(refund.status(), code(refund.state()), 0, 0, NotificationResult.NONE);
        }
        return new Outcome(
                refund.status(),
                code(refund.state()),
                net(refund),
                receipts(refund.ledger().fiscal()),
                completed ? refund.ledger().told() : NotificationResult.NONE);
    }

    /** The same, where whether money moved before the end came is a matter of who was faster. */
    Outcome withoutHow() {
        boolean ended =
                status == RefundStatus.CANCELLED || status == RefundStatus.REVERSED || status == RefundStatus.REJECTED;
        return ended ? new Outcome(RefundStatus.CANCELLED, "", netMinor, receiptsMinor, told) : this;
    }

    static long net(Refund refund) {
        return refund.ledger().transactions().stream()
                .filter(transaction -> !transaction.cameBack())
                .mapToLong(Transaction::amountMinor)
                .sum();
    }

    private static long receipts(Fiscal fiscal) {
        return registered(fiscal.refund()) - registered(fiscal.compensation());
    }

    private static long registered(@Nullable ReceiptAnswer answer) {
        return answer instanceof ReceiptAnswer.Registered registered
                ? registered.receipts().stream().mapToLong(Receipt::amountMinor).sum()
                : 0;
    }

    private static String code(RefundState state) {
        return switch (state) {
            case RefundState.Rejected rejected -> rejected.code().wire();
            case RefundState.OnHold hold -> hold.code().wire();
            default -> "";
        };
    }
}
