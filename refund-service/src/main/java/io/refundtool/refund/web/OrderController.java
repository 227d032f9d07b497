package io.refundtool.refund.web;

import io.refundtool.messaging.web.ParameterRange;
import io.refundtool.refund.query.RefundQueries;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** An order, its refunds and its events, from the state stores: current, and there when PostgreSQL is not. */
@RestController
@RequestMapping("/api/v1/orders/{orderId}")
final class OrderController {

    /** How many events a page has at most. */
    private static final int MAX_PAGE = 500;

    /** An order with all its refunds. */
    record OrderResource(String orderId, long events, List<RefundResource> refunds) {}

    /**
     * A page of events.
     *
     * @param next what to give as {@code after} for the next page; the page was the last if it is not full
     */
    record EventPage(List<EventResource> events, long next) {}

    private final RefundQueries queries;
    private final OrderReads reads;
    private final JsonMapper mapper;

    OrderController(RefundQueries queries, OrderReads reads, JsonMapper mapper) {
        this.queries = queries;
        this.reads = reads;
        this.mapper = mapper;
    }

    @GetMapping
    ResponseEntity<Object> order(@PathVariable String orderId, ServletWebRequest exchange) {
        return reads.answer(orderId, exchange, () -> {
            RefundQueries.Order order = known(orderId);
            return new OrderResource(
                    orderId,
                    order.events(),
                    order.refunds().stream().map(RefundResource::of).toList());
        });
    }

    @GetMapping("/refunds/{refundId}")
    ResponseEntity<Object> refund(
            @PathVariable String orderId, @PathVariable String refundId, ServletWebRequest exchange) {
        return reads.answer(
                orderId,
                exchange,
                () -> queries.refund(orderId, refundId)
                        .map(RefundResource::of)
                        .orElseThrow(() -> NotFoundException.refund(orderId, refundId)));
    }

    @GetMapping("/events")
    ResponseEntity<Object> events(
            @PathVariable String orderId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit,
            ServletWebRequest exchange) {
        ParameterRange.require("after", after, 0, Long.MAX_VALUE - 1);
        ParameterRange.require("limit", limit, 1, MAX_PAGE);
        return reads.answer(orderId, exchange, () -> page(orderId, after, limit));
    }

    @GetMapping("/events/{eventId}")
    ResponseEntity<Object> event(
            @PathVariable String orderId, @PathVariable String eventId, ServletWebRequest exchange) {
        return reads.answer(
                orderId,
                exchange,
                () -> queries.events(orderId, 0, 1, entry -> entry.eventId().equals(eventId)).stream()
                        .map(entry -> EventResource.of(entry, mapper))
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException(
                                "Expected order %s to have an event %s, but it has none".formatted(orderId, eventId))));
    }

    private EventPage page(String orderId, long after, int limit) {
        known(orderId);
        List<EventResource> page = queries.events(orderId, after, limit).stream()
                .map(entry -> EventResource.of(entry, mapper))
                .toList();
        return new EventPage(page, page.isEmpty() ? after : page.getLast().sequence());
    }

    private RefundQueries.Order known(String orderId) {
        return queries.order(orderId)
                .orElseThrow(() -> new NotFoundException(
                        "Expected an order with events, but nobody told of order %s".formatted(orderId)));
    }
}
