package io.refundtool.refund.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.refundtool.messaging.web.BadParameterException;
import io.refundtool.messaging.web.JsonBodies;
import io.refundtool.messaging.web.OperatorHeaders;
import io.refundtool.messaging.web.TooLargeException;
import io.refundtool.refund.operators.DecisionRequest;
import io.refundtool.refund.operators.DecisionResult;
import io.refundtool.refund.operators.OperatorDecisions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Decisions about many refunds in one request. Each stands for itself: one that is refused does not keep the others from
 * being written. 200 when all are in the topic, 207 when some are, 422 when none is, 503 when none is because Kafka or the
 * stores are away.
 */
@RestController
final class DecisionListController {

    /** Most decisions of a list. */
    static final int MAX_DECISIONS = 500;

    /** Largest body. */
    static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    /**
     * What became of one decision.
     *
     * @param index in the request's list, from 0
     * @param status as the answer to it alone would have
     * @param decision the decision that is in the topic; null when it is not
     * @param problem why it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemResult(
            int index,
            @Nullable String orderId,
            @Nullable String refundId,
            @Nullable String id,
            int status,
            @Nullable DecisionAnswer decision,
            @Nullable ProblemDetail problem) {}

    record DecisionList(List<ItemResult> results) {}

    private final OperatorDecisions decisions;

    DecisionListController(OperatorDecisions decisions) {
        this.decisions = decisions;
    }

    @PostMapping(path = "/api/v1/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> decide(
            @RequestHeader(name = OperatorHeaders.OPERATOR, required = false) @Nullable String operator,
            @RequestHeader(name = OperatorHeaders.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @RequestHeader(name = OperatorHeaders.TRACEPARENT, required = false) @Nullable String traceparent,
            HttpServletRequest http)
            throws IOException {
        DecisionItems items = new DecisionItems(OperatorHeaders.operator(operator), key, traceparent);
        List<DecisionItems.Item> list = items.read(list(JsonBodies.read(http, MAX_BODY_BYTES)));
        List<DecisionRequest> requests =
                list.stream().map(DecisionItems.Item::request).toList();
        List<DecisionResult> results = decisions.submit(requests);
        List<ItemResult> answer = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            answer.add(list.get(i).result(i, results.get(i)));
        }
        return answer(new DecisionList(answer));
    }

    private static JsonNode list(JsonNode body) {
        if (!body.isArray() || body.isEmpty()) {
            throw new BadParameterException("Expected a JSON array with at least one decision, but it is none");
        }
        if (body.size() > MAX_DECISIONS) {
            throw new TooLargeException(
                    "Expected at most %d decisions, but there are %d".formatted(MAX_DECISIONS, body.size()));
        }
        return body;
    }

    private static ResponseEntity<?> answer(DecisionList list) {
        long written =
                list.results().stream().filter(it -> it.decision() != null).count();
        if (written == list.results().size()) {
            return ResponseEntity.ok(list);
        }
        if (written > 0) {
            return ResponseEntity.status(HttpStatus.MULTI_STATUS).body(list);
        }
        boolean away = list.results().stream().anyMatch(it -> it.status() == HttpStatus.SERVICE_UNAVAILABLE.value());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT,
                "Expected to write at least one decision, but none was; the results say why");
        problem.setProperty("results", list.results());
        return Problems.answer(problem);
    }
}
