package io.refundtool.sandbox.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.refundtool.events.EventType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against an events bus whose answers are told beforehand. */
class PublisherTest {

    private record Answer(int status, String body) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Sender SENDER = new Sender("bob-de", "bob");

    private final Deque<Function<List<String>, Answer>> answers = new ArrayDeque<>();
    private final List<List<String>> received = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private final Tokens tokens = new Tokens();
    private HttpServer bus = bus();
    private GatewayClient client =
            new GatewayClient(URI.create("http://127.0.0.1:" + bus.getAddress().getPort()), tokens);
    private Publisher publisher = new Publisher(client);

    @BeforeEach
    void start() {
        bus.start();
    }

    @AfterEach
    void stop() {
        client.close();
        bus.stop(0);
    }

    @Test
    void shouldPublishABatchInItsOrder() throws InterruptedException {
        // given
        answers.add(eids -> new Answer(200, items(eids, "submitted")));

        // when
        Map<String, String> refused = publisher.publish(events("a", "b", "c"));

        // then
        assertThat(refused).isEmpty();
        assertThat(received).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void shouldTakeTheInvalidEventOutAndSendTheOthersAgain() throws InterruptedException {
        // given
        answers.add(_ -> new Answer(
                422, "[" + item("a", "aborted") + "," + item("b", "failed") + "," + item("c", "aborted") + "]"));
        answers.add(eids -> new Answer(200, items(eids, "submitted")));

        // when
        Map<String, String> refused = publisher.publish(events("a", "b", "c"));

        // then
        assertThat(refused).containsExactly(Map.entry("b", "because"));
        assertThat(received).containsExactly(List.of("a", "b", "c"), List.of("a", "c"));
    }

    @Test
    void shouldWaitAndSendAgainWhileKafkaIsAway() throws InterruptedException {
        // given
        answers.add(_ -> new Answer(503, "{}"));
        answers.add(eids -> new Answer(200, items(eids, "submitted")));

        // when
        Map<String, String> refused = publisher.publish(events("a"));

        // then
        assertThat(refused).isEmpty();
        assertThat(received).containsExactly(List.of("a"), List.of("a"));
    }

    @Test
    void shouldSendAgainWhatWasNotWritten() throws InterruptedException {
        // given
        answers.add(_ -> new Answer(207, "[" + item("a", "submitted") + "," + item("b", "failed") + "]"));
        answers.add(eids -> new Answer(200, items(eids, "submitted")));

        // when
        Map<String, String> refused = publisher.publish(events("a", "b"));

        // then
        assertThat(refused).isEmpty();
        assertThat(received).containsExactly(List.of("a", "b"), List.of("b"));
    }

    @Test
    void shouldSendTheEventsOfEverySenderWithItsOwnToken() throws InterruptedException {
        // given
        answers.add(eids -> new Answer(200, items(eids, "submitted")));
        answers.add(eids -> new Answer(200, items(eids, "submitted")));
        List<GatewayEvent> mixed = new ArrayList<>(events("a", "b", "c"));
        GatewayEvent second = mixed.get(1);
        mixed.set(
                1,
                new GatewayEvent(
                        second.type(),
                        new Sender("bob-gb", "bob"),
                        second.eid(),
                        second.occurredAt(),
                        second.traceparent(),
                        second.data()));

        // when
        Map<String, String> refused = publisher.publish(mixed);

        // then
        assertThat(refused).isEmpty();
        assertThat(received).containsExactly(List.of("a", "c"), List.of("b"));
        assertThat(authorizations)
                .containsExactly("Bearer " + tokens.of(SENDER), "Bearer " + tokens.of(new Sender("bob-gb", "bob")));
    }

    @Test
    void shouldSendAgainWhatCameTooFast() throws InterruptedException {
        // given
        answers.add(_ -> new Answer(429, "{}"));
        answers.add(eids -> new Answer(200, items(eids, "submitted")));

        // when // then
        assertThat(publisher.publish(events("a"))).isEmpty();
        assertThat(received).containsExactly(List.of("a"), List.of("a"));
    }

    @Test
    void shouldGiveUpOnAnAnswerThatNobodyCanActUpon() {
        // given
        answers.add(_ -> new Answer(403, "not yours"));

        // when // then
        assertThatThrownBy(() -> publisher.publish(events("a")))
                .isInstanceOf(GatewayLostException.class)
                .hasMessageContaining("but it answered 403: not yours");
    }

    private static List<GatewayEvent> events(String... eids) {
        List<GatewayEvent> events = new ArrayList<>();
        for (String eid : eids) {
            events.add(new GatewayEvent(
                    EventType.BOB_REFUND_REQUESTED_V1, SENDER, eid, Instant.EPOCH, "trace", "{}".getBytes(UTF_8)));
        }
        return events;
    }

    private static String items(List<String> eids, String status) {
        return "["
                + String.join(",", eids.stream().map(eid -> item(eid, status)).toList()) + "]";
    }

    private static String item(String eid, String status) {
        return "{\"eid\": \"%s\", \"publishing_status\": \"%s\", \"step\": \"none\", \"detail\": \"because\"}"
                .formatted(eid, status);
    }

    private HttpServer bus() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.createContext("/event-types/bob.refund-requested.v1/events", this::answer);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<String> eids = new ArrayList<>();
            for (JsonNode item : JSON.readTree(exchange.getRequestBody().readAllBytes())) {
                eids.add(item.path("metadata").path("eid").asString());
            }
            received.add(eids);
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            Answer answer = answers.removeFirst().apply(eids);
            exchange.getResponseHeaders().set("Retry-After", "0");
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
