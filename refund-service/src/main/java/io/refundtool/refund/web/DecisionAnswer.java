package io.refundtool.refund.web;

import io.refundtool.events.EventType;

/**
 * A decision that is in the topic.
 *
 * @param repeated whether it was applied before, under the same key
 * @param refund where the refund can be seen
 * @param decisions where it can be seen what became of the decision
 */
record DecisionAnswer(String eventId, String eventType, boolean repeated, String refund, String decisions) {

    static DecisionAnswer of(String orderId, String refundId, String eventId, EventType type, boolean repeated) {
        String refund = "/api/v1/orders/%s/refunds/%s".formatted(orderId, refundId);
        return new DecisionAnswer(eventId, type.wireName(), repeated, refund, refund + "/decisions");
    }
}
