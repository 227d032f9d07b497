package io.refundtool.sandbox.scenario;

import io.refundtool.events.EventCodec;
import io.refundtool.events.operator.OperatorDecision;
import io.refundtool.refund.operators.DecisionKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** refund-service as its users see it. */
final class RefundServiceApi implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    /** While its stores are being opened. */
    private static final int UNAVAILABLE = 503;

    private static final int MAX_TRIES = 200;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MAX_EVENTS = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the service sets by itself. */
    private static final List<String> NOT_SENT = List.of("orderId", "refundId", "country", "operator", "decidedAt");

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RefundServiceApi(URI base) {
        this.base = base;
    }

    /** The refunds of an order; none for an order that it does not know. */
    Stream<JsonNode> refunds(String orderId) throws InterruptedException {
        return get("/api/v1/orders/" + orderId).stream()
                .flatMap(order -> order.path("refunds").valueStream());
    }

    /** The entry of an order's sequence for an event, once it is there. */
    Optional<JsonNode> entry(String orderId, String eventId) throws InterruptedException {
        return get("/api/v1/orders/" + orderId + "/events?limit=" + MAX_EVENTS).stream()
                .flatMap(page -> page.path("events").valueStream())
                .filter(entry -> entry.path("eventId").asString().equals(eventId))
                .findFirst();
    }

    /** Lets an operator decide; the same key again is the same decision again. Returns the id of the event. */
    String decide(String key, OperatorDecision decision) throws InterruptedException {
        ObjectNode body = (ObjectNode) JSON.readTree(EventCodec.write(decision));
        body.remove(NOT_SENT);
        body.put(
                "decision",
                DecisionKind.of(decision.eventType().wireName()).orElseThrow().word());
        HttpRequest request = HttpRequest.newBuilder(base.resolve(
                        "/api/v1/orders/" + decision.orderId() + "/refunds/" + decision.refundId() + "/decisions"))
                .header("Content-Type", "application/json")
                .header("X-Operator", decision.operator())
                .header("Idempotency-Key", key)
                .timeout(LIMIT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() != ACCEPTED) {
            throw new AssertionError("Expected a decision to be accepted, but the answer is " + response.statusCode()
                    + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(response.body()).path("eventId").asString();
    }

    private Optional<JsonNode> get(String path) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT).build();
        HttpResponse<byte[]> response = send(request);
        for (int i = 1; i < MAX_TRIES && response.statusCode() == UNAVAILABLE; i++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            response = send(request);
        }
        return switch (response.statusCode()) {
            case OK -> Optional.of(JSON.readTree(response.body()));
            case NOT_FOUND -> Optional.empty();
            default -> throw new AssertionError("Expected " + path + ", but the status is " + response.statusCode());
        };
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
