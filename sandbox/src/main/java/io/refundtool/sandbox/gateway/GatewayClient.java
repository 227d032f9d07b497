package io.refundtool.sandbox.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.EventType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /event-types/{name}/events} of the events bus; may be used by several threads. */
public final class GatewayClient implements AutoCloseable {

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
    private static final Duration WHEN_UNREACHABLE = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI base;
    private final Tokens tokens;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Connects when it is first used.
     *
     * @param base where the events bus is, such as http://localhost:8080
     * @param tokens by which it knows who sends
     */
    public GatewayClient(URI base, Tokens tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    /** Publishes events of one type and one sender. */
    GatewayAnswer publish(List<GatewayEvent> batch) throws InterruptedException {
        EventType type = batch.getFirst().type();
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/event-types/" + type.wireName() + "/events"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + tokens.of(batch.getFirst().sender()))
                .timeout(REQUEST_LIMIT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(batch)))
                .build();
        try {
            return answer(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            // Whether it arrived is unknown; the same eids make it safe to send it again.
            return new GatewayAnswer.Away(WHEN_UNREACHABLE);
        }
    }

    private static GatewayAnswer answer(HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case 200 -> new GatewayAnswer.Written(items(response));
            case 207 -> partlyWritten(response);
            case 422 -> new GatewayAnswer.Invalid(items(response));
            case 429, 503 -> new GatewayAnswer.Away(retryAfter(response));
            default -> new GatewayAnswer.Refused(response.statusCode(), new String(response.body(), UTF_8));
        };
    }

    /** Kafka failed on the way; where it took nothing, it is given time as when it is away. */
    private static GatewayAnswer partlyWritten(HttpResponse<byte[]> response) {
        List<ItemAnswer> items = items(response);
        return items.stream().anyMatch(ItemAnswer::submitted)
                ? new GatewayAnswer.Written(items)
                : new GatewayAnswer.Away(retryAfter(response));
    }

    private static List<ItemAnswer> items(HttpResponse<byte[]> response) {
        return List.of(JSON.readValue(response.body(), ItemAnswer[].class));
    }

    private static Duration retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(WHEN_UNREACHABLE);
    }

    /** The events' JSON is put in as it is, so that nothing of it is lost on the way through a parser. */
    private static byte[] body(List<GatewayEvent> batch) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        char separator = '[';
        for (GatewayEvent event : batch) {
            body.write(separator);
            body.writeBytes("{\"metadata\":".getBytes(UTF_8));
            body.writeBytes(JSON.writeValueAsBytes(Map.of(
                    "eid", event.eid(),
                    "occurred_at",
                            event.occurredAt().truncatedTo(ChronoUnit.MICROS).toString(),
                    "flow_id", event.traceparent())));
            body.writeBytes(",\"data\":".getBytes(UTF_8));
            body.writeBytes(event.data());
            body.write('}');
            separator = ',';
        }
        body.write(']');
        return body.toByteArray();
    }

    @Override
    public void close() {
        http.close();
    }
}
