package io.refundtool.refund.operators;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A decision as it was asked for; nothing of it is checked yet.
 *
 * @param operator who decides, as the proxy in front of the service says
 * @param key the same key of the same operator for the same refund means the same decision; null when it may not repeat
 * @param traceparent the request's trace context, if it has one
 * @param body {@code decision}, {@code reason} and what the decision needs
 */
public record DecisionRequest(
        String orderId,
        String refundId,
        String operator,
        @Nullable String key,
        @Nullable String traceparent,
        JsonNode body) {}
