package io.refundtool.sandbox.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.refundtool.events.EventType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PostboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer bus = bus();
    private GatewayClient client =
            new GatewayClient(URI.create("http://127.0.0.1:" + bus.getAddress().getPort()), new Tokens());
    private Postbox postbox = new Postbox(new Publisher(client));

    @BeforeEach
    void start() {
        bus.start();
    }

    @AfterEach
    void stop() {
        postbox.close();
        client.close();
        bus.stop(0);
    }

    @Test
    void shouldPublishInTheOrderInWhichLettersAreDue() {
        // when
        postbox.post(Duration.ofSeconds(4), () -> List.of(event("third"), event("fourth")));
        postbox.post(Duration.ofSeconds(2), () -> List.of(event("second")));
        postbox.post(Duration.ZERO, () -> List.of(event("first")));

        // then
        await().atMost(PATIENCE).until(() -> postbox.pending() == 0);
        assertThat(received).containsExactly("first", "second", "third", "fourth");
        assertThat(postbox.failure()).isEmpty();
    }

    @Test
    void shouldWriteALetterOnlyWhenItIsDueAndTakeOneThatIsEmpty() {
        // given
        List<String> happened = new CopyOnWriteArrayList<>();
        postbox.post(Duration.ofSeconds(2), () -> happened.isEmpty() ? List.of(event("too early")) : List.of());

        // when
        happened.add("something");

        // then
        await().atMost(PATIENCE).until(() -> postbox.pending() == 0);
        assertThat(received).isEmpty();
    }

    @Test
    void shouldKeepTheBugThatStoppedIt() {
        // when
        postbox.post(Duration.ZERO, () -> {
            throw new IllegalStateException("a bug");
        });

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(postbox.failure()).isPresent());
        assertThat(postbox.pending()).isOne();
    }

    private static GatewayEvent event(String eid) {
        return new GatewayEvent(
                EventType.PAYMENT_MONEY_REFUNDED_V1,
                new Sender("payment", "payment"),
                eid,
                Instant.EPOCH,
                "00-0-0-00",
                "{}".getBytes(UTF_8));
    }

    /** Takes everything. */
    private HttpServer bus() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.createContext("/", exchange -> {
                StringBuilder items = new StringBuilder("[");
                for (JsonNode event : JSON.readTree(exchange.getRequestBody().readAllBytes())) {
                    String eid = event.path("metadata").path("eid").asString();
                    received.add(eid);
                    items.append(items.length() > 1 ? "," : "")
                            .append("{\"eid\":\"%s\",\"publishing_status\":\"submitted\"}".formatted(eid));
                }
                byte[] body = items.append("]").toString().getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
