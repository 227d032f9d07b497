package io.refundtool.refund.web;

import io.refundtool.messaging.web.JsonBodies;
import io.refundtool.messaging.web.OperatorHeaders;
import io.refundtool.refund.operators.DecisionRequest;
import io.refundtool.refund.operators.DecisionResult;
import io.refundtool.refund.operators.OperatorDecisions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes an operator's decision about one refund: it is in its topic when the answer is 202, and applied a moment later. */
@RestController
@RequestMapping("/api/v1/orders/{orderId}/refunds/{refundId}/decisions")
final class DecisionController {

    /** Largest body; the longest reason and the longest note in escaped form fit. */
    static final int MAX_BODY_BYTES = 64 * 1024;

    private final OperatorDecisions decisions;

    DecisionController(OperatorDecisions decisions) {
        this.decisions = decisions;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> decide(
            @PathVariable String orderId,
            @PathVariable String refundId,
            @RequestHeader(name = OperatorHeaders.OPERATOR, required = false) @Nullable String operator,
            @RequestHeader(name = OperatorHeaders.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = OperatorHeaders.TRACEPARENT, required = false) @Nullable String traceparent,
            HttpServletRequest http)
            throws IOException {
        DecisionRequest request = new DecisionRequest(
                orderId,
                refundId,
                OperatorHeaders.operator(operator),
                key,
                traceparent,
                JsonBodies.read(http, MAX_BODY_BYTES));
        return switch (decisions.submit(List.of(request)).getFirst()) {
            case DecisionResult.Written(String eventId, var type) ->
                accepted(DecisionAnswer.of(orderId, refundId, eventId, type, false));
            case DecisionResult.Repeated(String eventId, var type) ->
                accepted(DecisionAnswer.of(orderId, refundId, eventId, type, true));
            case DecisionResult other ->
                Problems.answer(DecisionProblems.of(other).orElseThrow());
        };
    }

    private static ResponseEntity<DecisionAnswer> accepted(DecisionAnswer answer) {
        return ResponseEntity.accepted()
                .location(URI.create(answer.decisions()))
                .body(answer);
    }
}
