package io.refundtool.bus.security;

import static io.refundtool.bus.RunningGateway.ISSUER;
import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.REFUND_REQUESTED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.item;
import static io.refundtool.bus.Samples.moneyRefunded;
import static io.refundtool.bus.Samples.refundRequestedData;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway;
import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.bus.TopicReader;
import io.refundtool.events.Topic;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A caller writes what it is a writer of, and nothing else. */
@ExtendWith(OutputCaptureExtension.class)
@NeedsServers
class WriterRightsTest {

    private static final String BROKER = SharedServers.kafka().bootstrapServers();

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.ready(BROKER);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void shouldLetEveryDeploymentOfASystemWriteItsEvents() {
        // when // then
        assertThat(publish("bob-de", List.of("bob"), REFUND_REQUESTED, item("e-bob-de", refundRequestedData())))
                .isEqualTo(200);
        assertThat(publish("bob-gb", List.of("bob"), REFUND_REQUESTED, item("e-bob-gb", refundRequestedData())))
                .isEqualTo(200);
        assertThat(publish("a-desk", List.of("desk", "payment"), MONEY_REFUNDED, moneyRefunded("e-desk")))
                .isEqualTo(200);
    }

    @Test
    void shouldTakeOneWriterThatIsNoList() {
        // given
        String token = ISSUER.token("payment-1", List.of(), claims -> claims.claim("writers", "payment"));

        // when // then
        assertThat(gateway.publish(MONEY_REFUNDED, batch(moneyRefunded("e-text")), "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "payments", "PAYMENT", "events-bus", "refund-service"})
    void shouldRefuseWhoeverIsNoWriterByNamingCallerAndType(String writer, CapturedOutput output) {
        // given
        String token = ISSUER.token("bob-de", writer.isEmpty() ? List.of() : List.of(writer));

        // when
        Reply reply = gateway.publish(
                MONEY_REFUNDED, batch(moneyRefunded("e-forbidden")), "Authorization", "Bearer " + token);

        // then
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("type").asString()).isEqualTo("urn:refund-tool:problem:not-a-writer");
        assertThat(reply.json().path("detail").asString())
                .isEqualTo("Expected a caller that may write payment.money-refunded.v1 (its writers are payment), but"
                        + " bob-de may not");
        assertThat(output.getAll())
                .contains("Refused a request of bob-de: it is no writer of payment.money-refunded.v1")
                .doesNotContain(token);
        assertNothingWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "[{\"metadata\": 7}]"})
    void shouldSayNothingOfABatchThatTheCallerMayNotWrite(String body) {
        // given
        String token = ISSUER.token("bob-de", List.of("bob"));

        // when // then
        assertThat(gateway.publish(MONEY_REFUNDED, body, "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(403);
    }

    private static int publish(String caller, List<String> writers, String type, String event) {
        String token = ISSUER.token(caller, writers);
        return gateway.publish(type, batch(event), "Authorization", "Bearer " + token)
                .status();
    }

    private static void assertNothingWritten() {
        String after = "e-after-" + System.nanoTime();
        assertThat(publish("payment", List.of("payment"), MONEY_REFUNDED, moneyRefunded(after)))
                .isEqualTo(200);
        try (var payments = new TopicReader(BROKER, Topic.PAYMENT_UPDATE_V1)) {
            payments.awaitEvent(after);
            assertThat(payments.count("e-forbidden")).isZero();
        }
    }
}
