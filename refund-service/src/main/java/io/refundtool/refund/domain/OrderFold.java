package io.refundtool.refund.domain;

import io.refundtool.events.Event;
import io.refundtool.events.bob.RefundRequested;

/**
 * One order's events through the decider, one after the other, with the order in memory. Each event is handed over as the
 * running state machine does it: a request with all refunds of its order, any other event with its own refund only. It
 * does not deduplicate: a stored sequence has each event once.
 */
public final class OrderFold {

    private OrderState order = OrderState.EMPTY;

    /** What the event brings about; the order is then as it is afterwards. */
    public Decision next(RefundEvent event) {
        Decision decision = RefundDecider.decide(neededBy(event.event()), event);
        order = order.after(event, decision);
        return decision;
    }

    public OrderState order() {
        return order;
    }

    private OrderState neededBy(Event event) {
        if (event instanceof RefundRequested) {
            return order;
        }
        String refundId = event.refundId();
        OrderState own = order.refund(refundId).map(OrderState.EMPTY::with).orElse(OrderState.EMPTY);
        for (RefundEvent early : order.early(refundId)) {
            own = own.withEarly(early);
        }
        return own;
    }
}
