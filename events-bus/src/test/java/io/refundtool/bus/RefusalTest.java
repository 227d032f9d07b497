package io.refundtool.bus;

import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.REFUND_REQUESTED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.item;
import static io.refundtool.bus.Samples.moneyRefunded;
import static io.refundtool.bus.Samples.refundRequestedData;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.testservers.NeedsServers;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is refused, and that nothing of it is written while the next good event goes through: HTTP and a real broker. */
@ExtendWith(OutputCaptureExtension.class)
@NeedsServers
class RefusalTest {

    @RegisterExtension
    static final SharedGateway SHARED = new SharedGateway();

    private RunningGateway gateway;
    private TopicReader payments;

    @BeforeEach
    void use() {
        gateway = SHARED.gateway();
        payments = SHARED.payments();
    }

    @Test
    void shouldWriteNothingOfABatchWithOneBadItem() {
        // given
        String bad = moneyRefunded("e-bad").replace("1999", "-1");

        // when
        Reply reply = gateway.publish(MONEY_REFUNDED, batch(moneyRefunded("e-1st"), bad, moneyRefunded("e-3rd")));

        // then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().toString()).isEqualTo("""
                        [{"eid":"e-1st","publishing_status":"aborted","step":"validating","detail":"%1$s"},\
                        {"eid":"e-bad","publishing_status":"failed","step":"validating",\
                        "detail":"/data/amountMinor: must be at least 1, but is -1"},\
                        {"eid":"e-3rd","publishing_status":"aborted","step":"none","detail":"%1$s"}]""".formatted(
                        "Expected the whole batch to be valid, but its event 2 is not; nothing of it was written"));
        goodEventGoesThrough("e-after-bad");
        assertThat(payments.count("e-1st")).isZero();
    }

    @Test
    void shouldLogPlaceAndRuleOfWhatItRefusesButNothingOfTheContent(CapturedOutput output) {
        // given
        String data = refundRequestedData().replace("somebody@example.org", "somebody at example.org");

        // when
        Reply reply = gateway.publish(REFUND_REQUESTED, batch(item("e-personal", data)));

        // then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.response().body()).doesNotContain("somebody");
        assertThat(output.getAll())
                .contains("event 1 of 1 breaks /data/order/customer/email (pattern)")
                .doesNotContain("somebody");
    }

    static Stream<BadInput> badInputs() {
        return BadInput.all();
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void shouldRefuseBadInputAndGoOn(BadInput bad) {
        // when
        Reply reply = gateway.publish(bad.type(), bad.body());

        // then
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(bad.status());
        assertThat(bad.status() == 422 ? reply.json().path(0).path("detail").asString() : detailOfProblem(reply))
                .contains(bad.expected());
        goodEventGoesThrough("after-" + bad.name().replace(' ', '-'));
    }

    private static String detailOfProblem(Reply reply) {
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("status").asInt()).isEqualTo(reply.status());
        assertThat(reply.json().path("type").asString()).startsWith("urn:refund-tool:problem:");
        return reply.json().path("detail").asString();
    }

    private void goodEventGoesThrough(String eid) {
        assertThat(gateway.publish(MONEY_REFUNDED, batch(moneyRefunded(eid))).status())
                .isEqualTo(200);
        assertThat(payments.awaitEvent(eid).key()).isEqualTo("o-1");
    }
}
