package io.refundtool.notifications.domain;

import io.refundtool.events.common.RefundStatus;

/**
 * Names one delivery: a customer gets at most one message for a refund and status, however often and under however many
 * event ids that status is announced.
 */
public record DeliveryKey(String orderId, String refundId, RefundStatus status) {

    /** The three parts in one text; no part can hold a slash, so different keys have different texts. */
    @Override
    public String toString() {
        return orderId + "/" + refundId + "/" + status.wire();
    }
}
