package io.refundtool.refund.domain.promises;

import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundEvents;

/** The ids of a refund's movements of money. */
final class Movements {

    private Movements() {}

    /** The movement that Fiscalization was asked about last. */
    static String current(Refund refund) {
        return refund.ledger().fiscal().compensationAsked()
                ? RefundEvents.movementBack(refund.refundId())
                : RefundEvents.movement(refund.refundId());
    }
}
