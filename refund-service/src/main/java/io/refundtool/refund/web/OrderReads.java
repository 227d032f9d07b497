package io.refundtool.refund.web;

import io.refundtool.messaging.web.OperatorHeaders;
import io.refundtool.refund.query.AskedAs;
import io.refundtool.refund.query.Instances;
import io.refundtool.refund.query.OrderRouting;
import io.refundtool.refund.query.PeerAnswer;
import io.refundtool.refund.query.PeerRequest;
import io.refundtool.refund.query.Reading;
import io.refundtool.refund.query.StoreUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers GETs about one order at whichever instance they come in, and says in headers who answered from what. */
@Component
final class OrderReads {

    /** The instance whose store the answer comes from. */
    static final String ANSWERED_BY = "Refund-Answered-By";

    /** {@code owner}: current; {@code standby}: from a copy. */
    static final String READ_FROM = "Refund-Read-From";

    /** How many changes a copy was behind, or {@code unknown}. */
    static final String LAG = "Refund-Lag-Records";

    /** Headers of another instance's answer that the client gets too. */
    private static final List<String> PASSED_ON =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER, ANSWERED_BY, READ_FROM, LAG);

    private final OrderRouting routing;
    private final Instances instances;

    OrderReads(OrderRouting routing, Instances instances) {
        this.routing = routing;
        this.instances = instances;
    }

    /**
     * The answer of this instance or of another.
     *
     * @param read finds it in this instance's stores
     */
    ResponseEntity<Object> answer(String orderId, ServletWebRequest exchange, Supplier<?> read) {
        HttpServletRequest request = exchange.getRequest();
        OrderRouting.Question<ResponseEntity<Object>> question = new OrderRouting.Question<>(
                orderId,
                new PeerRequest(pathAndQuery(request), request.getHeader(OperatorHeaders.TRACEPARENT)),
                reading -> here(orderId, reading, read),
                OrderReads::passedOn);
        return routing.ask(question, AskedAs.of(request.getHeader(AskedAs.HEADER)));
    }

    private ResponseEntity<Object> here(String orderId, Reading reading, Supplier<?> read) {
        HttpHeaders headers = headers(reading);
        try {
            return ResponseEntity.ok().headers(headers).body(read.get());
        } catch (NotFoundException e) {
            if (reading instanceof Reading.Stale) {
                // What a copy does not know may be known all the same.
                throw StoreUnavailableException.unsure(orderId);
            }
            throw e;
        }
    }

    private HttpHeaders headers(Reading reading) {
        HttpHeaders headers = new HttpHeaders();
        instances.self().ifPresent(self -> headers.set(ANSWERED_BY, self.toString()));
        switch (reading) {
            case Reading.Current _ -> headers.set(READ_FROM, "owner");
            case Reading.Stale(var lag) -> {
                headers.set(READ_FROM, "standby");
                headers.set(LAG, lag.isPresent() ? Long.toString(lag.getAsLong()) : "unknown");
            }
        }
        return headers;
    }

    private static ResponseEntity<Object> passedOn(PeerAnswer answer) {
        HttpHeaders headers = new HttpHeaders();
        for (String name : PASSED_ON) {
            answer.headers().firstValue(name).ifPresent(value -> headers.set(name, value));
        }
        return ResponseEntity.status(answer.status()).headers(headers).body(answer.body());
    }

    private static String pathAndQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
