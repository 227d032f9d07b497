package io.refundtool.notifications.domain;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.Cancelled;
import io.refundtool.events.refund.ClarificationNeeded;
import io.refundtool.events.refund.Completed;
import io.refundtool.events.refund.Fiscalized;
import io.refundtool.events.refund.MoneyRefunded;
import io.refundtool.events.refund.MoneyReversed;
import io.refundtool.events.refund.PaymentOverdue;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.ReceiptOverdue;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.events.refund.Rejected;
import io.refundtool.events.refund.ReversalStarted;
import io.refundtool.events.refund.Reversed;
import java.util.Optional;

/**
 * Something the customer is to be told.
 *
 * @param code why, in the words of the specs; empty where the status says it all. Templates turn it into a sentence in the
 *     customer's language; the event's own reason is written for staff and never reaches a customer.
 */
public record Notice(
        Occasion occasion, String orderId, String refundId, Country country, RefundSnapshot refund, String code) {

    /** The notice that an update of a refund calls for; empty when the customer is not written to at that point. */
    public static Optional<Notice> of(RefundUpdate update) {
        return switch (update) {
            case Fiscalized it -> Optional.of(notice(Occasion.COMPLETED, it, it.refund(), ""));
            case Rejected it ->
                Optional.of(notice(Occasion.REJECTED, it, it.refund(), it.code().wire()));
            case ClarificationNeeded it ->
                Optional.of(notice(
                        Occasion.CLARIFICATION_NEEDED,
                        it,
                        it.refund(),
                        it.code().wire()));
            case Cancelled it -> Optional.of(notice(Occasion.CANCELLED, it, it.refund(), ""));
            case Reversed it -> Optional.of(notice(Occasion.REVERSED, it, it.refund(), ""));
            case Approved it -> Optional.empty();
            case MoneyRefunded it -> Optional.empty();
            case Completed it -> Optional.empty();
            case ReversalStarted it -> Optional.empty();
            case MoneyReversed it -> Optional.empty();
            case PutOnHold it -> Optional.empty();
            case PaymentOverdue it -> Optional.empty();
            case ReceiptOverdue it -> Optional.empty();
        };
    }

    private static Notice notice(Occasion occasion, RefundUpdate update, RefundSnapshot refund, String code) {
        return new Notice(occasion, update.orderId(), update.refundId(), update.country(), refund, code);
    }

    public DeliveryKey key() {
        return new DeliveryKey(orderId, refundId, occasion.status());
    }

    public Customer customer() {
        return refund.customer();
    }

    /** Names the delivery only, since the rest is personal data. */
    @Override
    public String toString() {
        return "Notice[" + key() + "]";
    }
}
