package io.refundtool.bus.security;

import static io.refundtool.bus.RunningGateway.ISSUER;
import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.moneyRefunded;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway;
import io.refundtool.bus.RunningGateway.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How much a caller may send. Buckets take an hour to fill, so no test depends on how fast it is. */
@ExtendWith(OutputCaptureExtension.class)
class LimitsTest {

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(
                "localhost:1",
                "--refundtool.bus.security.limits.requests=3",
                "--refundtool.bus.security.limits.per=1h",
                "--refundtool.bus.security.limits.max-body-bytes=2000",
                "--refundtool.bus.security.limits.max-events=2",
                "--refundtool.bus.security.callers[0].name=favourite",
                "--refundtool.bus.security.callers[0].requests=1000",
                "--refundtool.bus.security.callers[0].max-body-bytes=4000000",
                "--refundtool.bus.security.callers[0].max-events=1000");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void shouldTellACallerOverItsRateWhenToComeBackAndLeaveTheOthersAlone(CapturedOutput output) {
        // given
        for (int i = 0; i < 3; i++) {
            assertThat(get("greedy").status()).isEqualTo(200);
        }

        // when
        Reply reply = get("greedy");

        // then
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 1_200);
        assertThat(reply.json().path("type").asString()).isEqualTo("urn:refund-tool:problem:too-many-requests");
        assertThat(reply.json().path("detail").asString())
                .isEqualTo("Expected at most 3 requests of greedy in PT1H, but there are more");
        assertThat(output.getAll()).contains("Refused a request of greedy: more than 3 requests in PT1H");
        assertThat(get("modest").status()).isEqualTo(200);
    }

    @Test
    void shouldNotCountWhatNeedsNoToken() {
        // given
        for (int i = 0; i < 3; i++) {
            get("watched");
        }

        // when // then
        assertThat(gateway.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(get("watched").status()).isEqualTo(429);
    }

    @Test
    void shouldGiveACallerLimitsOfItsOwn() {
        // when // then
        for (int i = 0; i < 10; i++) {
            assertThat(get("favourite").status()).isEqualTo(200);
        }
    }

    @Test
    void shouldRefuseALargeBodyOfACallerThatMayNotSendIt(CapturedOutput output) {
        // given
        String large = batch(moneyRefunded("e-large")) + " ".repeat(2_000);

        // when
        Reply reply = publish("heavy", large);

        // then
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().path("type").asString()).isEqualTo("urn:refund-tool:problem:body-too-large");
        assertThat(reply.json().path("detail").asString())
                .isEqualTo("Expected at most 2000 bytes, but the body has more");
        assertThat(output.getAll()).contains("Refused a request of heavy: its body has more than 2000 bytes");
        // Kafka is away, so 503 is what a request comes to that was let through
        assertThat(publish("favourite", large).status()).isEqualTo(503);
    }

    @Test
    void shouldCountTheBytesOfABodyThatDoesNotSayHowManyTheyAre() {
        // given
        byte[] large = " ".repeat(2_001).getBytes(StandardCharsets.US_ASCII);

        // when
        Reply reply = gateway.exchange(HttpRequest.newBuilder(gateway.uri("/event-types/" + MONEY_REFUNDED + "/events"))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization("chunky"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build());

        // then
        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void shouldRefuseALargeBatchOfACallerThatMayNotSendIt(CapturedOutput output) {
        // given
        String three = batch(moneyRefunded("e-1"), moneyRefunded("e-2"), moneyRefunded("e-3"));

        // when
        Reply reply = publish("bulky", three);

        // then
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().path("type").asString()).isEqualTo("urn:refund-tool:problem:too-many-events");
        assertThat(reply.json().path("detail").asString())
                .isEqualTo("Expected at most 2 events, but the batch has more");
        assertThat(output.getAll())
                .contains("Refused a batch of payment.money-refunded.v1 by bulky: more than 2 events");
        assertThat(publish("favourite", three).status()).isEqualTo(503);
    }

    @Test
    void shouldHoldTheSameLimitsAgainstJsonRpc() {
        // given
        String call = """
                {"jsonrpc": "2.0", "id": 1, "method": "events.publish", "params": {"eventType": "%s", "events": %s}}""";

        // when
        Reply large = rpc("rpc-heavy", call.formatted(MONEY_REFUNDED, "[]") + " ".repeat(2_000));
        Reply many = rpc("rpc-bulky", call.formatted(MONEY_REFUNDED, "[{}, {}, {}]"));
        Reply forbidden = rpc("rpc-stranger", call.formatted("bob.refund-requested.v1", "\"nonsense\""));

        // then
        assertThat(large.status()).isEqualTo(413);
        assertThat(many.json().at("/error/data/detail").asString())
                .isEqualTo("Expected at most 2 events, but the batch has more");
        assertThat(forbidden.json().at("/error/code").asInt()).isEqualTo(-32009);
        assertThat(forbidden.json().at("/error/data/detail").asString())
                .contains("bob.refund-requested.v1")
                .contains("rpc-stranger");
    }

    private static Reply get(String caller) {
        return gateway.get("/event-types/" + MONEY_REFUNDED, "Authorization", authorization(caller));
    }

    private static Reply publish(String caller, String body) {
        return gateway.publish(MONEY_REFUNDED, body, "Authorization", authorization(caller));
    }

    private static Reply rpc(String caller, String body) {
        return gateway.exchange(HttpRequest.newBuilder(gateway.uri("/rpc"))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization(caller))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String authorization(String caller) {
        return "Bearer " + ISSUER.token(caller, List.of("payment"));
    }
}
