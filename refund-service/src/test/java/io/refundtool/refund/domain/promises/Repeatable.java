package io.refundtool.refund.domain.promises;

import io.refundtool.refund.domain.RefundEvent;

/** Events that say the same when they are said twice; a clarification or a decision is another one then. */
final class Repeatable {

    private Repeatable() {}

    static boolean is(RefundEvent event) {
        return switch (event) {
            case RefundEvent.FromPayment _, RefundEvent.FromFiscalization _, RefundEvent.FromNotifications _ -> true;
            case RefundEvent.FromDeadline _ -> true;
            case RefundEvent.FromBob bob -> bob.event() instanceof io.refundtool.events.bob.RefundRequested;
            case RefundEvent.FromOperator _ -> false;
        };
    }
}
