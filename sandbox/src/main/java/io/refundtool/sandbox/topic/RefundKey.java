package io.refundtool.sandbox.topic;

import io.refundtool.events.Event;

/** Which refund it is: a refund's id is unique within its order only. */
public record RefundKey(String orderId, String refundId) implements Comparable<RefundKey> {

    public static RefundKey of(Event event) {
        return new RefundKey(event.orderId(), event.refundId());
    }

    @Override
    public int compareTo(RefundKey other) {
        int byOrder = orderId.compareTo(other.orderId);
        return byOrder == 0 ? refundId.compareTo(other.refundId) : byOrder;
    }

    @Override
    public String toString() {
        return "refund " + refundId + " of order " + orderId;
    }
}
