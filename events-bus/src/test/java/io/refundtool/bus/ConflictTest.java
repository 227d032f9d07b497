package io.refundtool.bus;

import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.moneyRefunded;
import static io.refundtool.bus.Samples.moneyRefundedData;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.testservers.NeedsServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same event id again: with the same content it is accepted, with another it is refused where that can be told. */
@NeedsServers
class ConflictTest {

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
    void shouldAcceptAnEventAgainThoughItsJsonLooksDifferent() {
        // given
        publish(moneyRefunded("e-again"));

        // when
        Reply reply = publish(moneyRefunded("e-again").replace("1999", " 1999.0 "));

        // then
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        assertThat(payments.awaitEvent("e-again").key()).isEqualTo("o-1");
    }

    @Test
    void shouldRefuseAnIdOfAnEventOfOtherContentAndLeaveTheFirstAsItIs() {
        // given
        publish(moneyRefunded("e-conflict"));

        // when
        Reply reply =
                publish(moneyRefunded("e-new"), moneyRefunded("e-conflict").replace("1999", "2000"));

        // then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/0/publishing_status").asString()).isEqualTo("aborted");
        assertThat(reply.json().at("/1/publishing_status").asString()).isEqualTo("failed");
        assertThat(reply.json().at("/1/step").asString()).isEqualTo("validating");
        assertThat(reply.json().at("/1/detail").asString())
                .isEqualTo("/id: must be new or name the same event again, but event e-conflict has other content");
        assertThat(publish(moneyRefunded("e-after-conflict")).status()).isEqualTo(200);
        payments.awaitEvent("e-after-conflict");
        assertThat(payments.count("e-conflict")).isEqualTo(1);
        assertThat(payments.count("e-new")).isZero();
    }

    @Test
    void shouldRefuseTwoContentsUnderOneIdInABatchButTakeTheSameTwice() {
        // when
        Reply same = publish(moneyRefunded("e-twice"), moneyRefunded("e-twice"));
        Reply other = publish(moneyRefunded("e-two"), moneyRefunded("e-two").replace("t-1", "t-2"));

        // then
        assertThat(same.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().at("/1/detail").asString()).contains("event e-two has other content");
    }

    @Test
    void shouldNotHoldARefusedEventAgainstItsCorrection() {
        // given
        publish(moneyRefunded("e-corrected"), moneyRefunded("e-x").replace("1999", "-1"));

        // then
        assertThat(publish(moneyRefunded("e-corrected").replace("1999", "2000")).status())
                .isEqualTo(200);
    }

    @Test
    void shouldAnswer409ForASingleEvent() {
        // given
        String[] attributes = {
            "ce-specversion",
            "1.0",
            "ce-id",
            "e-single",
            "ce-source",
            "/payment",
            "ce-type",
            MONEY_REFUNDED,
            "ce-time",
            "2026-01-31T12:00:00Z"
        };
        gateway.publish(MONEY_REFUNDED, moneyRefundedData(), attributes);

        // when
        Reply reply = gateway.publish(MONEY_REFUNDED, moneyRefundedData().replace("1999", "2000"), attributes);

        // then
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().at("/0/publishing_status").asString()).isEqualTo("failed");
    }

    @Test
    void shouldTakeTheSameIdOfAnotherSourceForAnotherEvent() {
        // then
        assertThat(post("/payment/eu", "t-eu").status()).isEqualTo(200);
        assertThat(post("/payment/uk", "t-uk").status()).isEqualTo(200);
    }

    private Reply post(String source, String transaction) {
        String event = """
                {"specversion": "1.0", "id": "e-parts", "source": "%s", "type": "%s",
                 "time": "2026-01-31T12:00:00Z", "data": %s}""".formatted(source, MONEY_REFUNDED, moneyRefundedData().replace("t-1", transaction));
        return gateway.post("/event-types/" + MONEY_REFUNDED + "/events", "application/cloudevents+json", event);
    }

    private Reply publish(String... items) {
        return gateway.publish(MONEY_REFUNDED, batch(items));
    }
}
