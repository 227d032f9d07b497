package io.refundtool.containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.EventCodec;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.sandbox.feed.Catalogue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person outside of the containers, who knows the published ports only. */
final class Outside implements AutoCloseable {

    static final String REFUND_SERVICE = "http://127.0.0.1:8081";
    static final String SECOND_REFUND_SERVICE = "http://127.0.0.1:8181";
    private static final String GATEWAY = "http://127.0.0.1:8080";
    private static final String SIMULATORS = "http://127.0.0.1:8090";
    private static final int OK = 200;

    /** An audit of what is under way looks twenty times. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final List<String> refundServices;
    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Catalogue catalogue = new Catalogue(1, "smoke");

    Outside(String... refundServices) {
        this.refundServices = List.of(refundServices);
    }

    /** A request that nobody has a reason to reject: the smallest amount for one piece of an order of its own. */
    RefundRequested newRequest() {
        RefundRequested any =
                catalogue.next(Instant.now().truncatedTo(ChronoUnit.MICROS)).event();
        RequestedLine line = new RequestedLine(any.order().lines().getFirst().lineId(), 1, 1);
        return new RefundRequested(
                any.orderId(),
                any.refundId(),
                any.country(),
                any.requestedAt(),
                null,
                any.order(),
                List.of(line),
                null,
                null);
    }

    /**
     * Posts it with BOB's token.
     *
     * @return whether the gateway says that it is written; when it does not the same may be posted again
     */
    boolean post(RefundRequested event) throws InterruptedException {
        String body = "[{\"metadata\":{\"eid\":\"%s\",\"occurred_at\":\"%s\"},\"data\":%s}]"
                .formatted(eid(event), event.requestedAt(), new String(EventCodec.write(event), UTF_8));
        try {
            String token = get(SIMULATORS + "/tokens/bob").body();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(GATEWAY + "/event-types/bob.refund-requested.v1/events"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .timeout(LIMIT)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static String eid(RefundRequested event) {
        return UUID.nameUUIDFromBytes(event.refundId().getBytes(UTF_8)).toString();
    }

    /** As the first instance of refund-service that answers tells it, or why none does. */
    String status(RefundRequested event) throws InterruptedException {
        StringBuilder answers = new StringBuilder();
        for (String instance : refundServices) {
            try {
                HttpResponse<String> response =
                        get(instance + "/api/v1/orders/" + event.orderId() + "/refunds/" + event.refundId());
                if (response.statusCode() == OK) {
                    return json.readTree(response.body()).path("status").asString("");
                }
                answers.append(response.body());
            } catch (IOException e) {
                answers.append(e);
            }
            answers.append('\n');
        }
        return answers.toString();
    }

    /** Whether the simulators show anything yet. */
    boolean answers() throws InterruptedException {
        try {
            return get(SIMULATORS + "/tokens/bob").statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** All ledgers and topics side by side. */
    JsonNode audit() throws IOException, InterruptedException {
        return json.readTree(get(SIMULATORS + "/audit").body());
    }

    private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(uri)).timeout(LIMIT).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }
}
