package io.refundtool.refund.web;

import io.refundtool.messaging.web.ParameterRange;
import io.refundtool.refund.operators.DecisionHistory;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Shows what operators decided about a refund, and what became of it. */
@RestController
final class DecisionHistoryController {

    /** How many decisions a page has at most. */
    private static final int MAX_PAGE = 500;

    /**
     * A page of decisions.
     *
     * @param next what to give as {@code after} for the next page; the page was the last if it is not full
     */
    record DecisionPage(List<DecisionResource> decisions, long next) {}

    private final DecisionHistory history;
    private final OrderReads reads;

    DecisionHistoryController(DecisionHistory history, OrderReads reads) {
        this.history = history;
        this.reads = reads;
    }

    @GetMapping("/api/v1/orders/{orderId}/refunds/{refundId}/decisions")
    ResponseEntity<Object> decisions(
            @PathVariable String orderId,
            @PathVariable String refundId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit,
            ServletWebRequest exchange) {
        ParameterRange.require("after", after, 0, Long.MAX_VALUE - 1);
        ParameterRange.require("limit", limit, 1, MAX_PAGE);
        return reads.answer(orderId, exchange, () -> page(orderId, refundId, after, limit));
    }

    private DecisionPage page(String orderId, String refundId, long after, int limit) {
        if (history.country(orderId, refundId).isEmpty()) {
            throw NotFoundException.refund(orderId, refundId);
        }
        List<DecisionResource> page = history.of(orderId, refundId, after, limit).stream()
                .map(DecisionResource::of)
                .toList();
        return new DecisionPage(page, page.isEmpty() ? after : page.getLast().sequence());
    }
}
