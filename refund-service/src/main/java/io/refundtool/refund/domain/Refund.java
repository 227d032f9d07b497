package io.refundtool.refund.domain;

import io.refundtool.events.common.RefundStatus;

/** One refund of an order: what was asked, what is known of it, and where it stands. */
public record Refund(RefundCase asked, RefundLedger ledger, RefundState state) {

    public String refundId() {
        return asked.refundId();
    }

    public RefundStatus status() {
        return state.status();
    }

    /** Whether its quantity and amount are taken; what was rejected at once never took any. */
    boolean reserves() {
        return state.reserves() && !ledger.plan().parts().isEmpty();
    }

    /** Where it stands when a hold is not looked at. */
    RefundState underlying() {
        return state instanceof RefundState.OnHold hold ? hold.interrupted() : state;
    }

    Refund in(RefundState next) {
        return new Refund(asked, ledger, next);
    }

    Refund with(RefundLedger next) {
        return new Refund(asked, next, state);
    }
}
