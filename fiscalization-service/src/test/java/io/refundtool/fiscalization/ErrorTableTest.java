package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.movementId;
import static io.refundtool.fiscalization.Refunds.refund;
import static io.refundtool.fiscalization.atol.AtolReplies.error;
import static io.refundtool.fiscalization.atol.AtolReplies.errorJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.Country;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.fiscalization.atol.AtolReplies.Reply;
import io.refundtool.fiscalization.atol.StubAtol.Step;
import io.refundtool.testservers.NeedsServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rows of the protocol's error table, with the service as it runs. */
@Order(RunningService.IMPATIENT_FIRST)
@NeedsServers
class ErrorTableTest {
    @RegisterExtension
    static final RunningService RUNNING = RunningService.impatient();

    private FiscalizationFixture service;

    @BeforeEach
    void setUp() {
        service = RUNNING.get();
    }

    @Test
    void shouldPollAfterSilence() {
        // given
        service.atol.next(new Step.AcceptSilently());

        // when
        announce("silent");

        // then
        assertThat(service.registered("silent")).containsExactly("refund refund-m:silent:R-1-r1");
        assertThat(service.atol.sent(movementId("silent"))).hasSize(1);
    }

    @Test
    void shouldPollAndNotSendAgainWhatIsNotProcessedYet() {
        // given
        service.atol.next(new Step.AcceptSilently());
        service.atol.nextReport(
                new Reply(200, "{\"status\": \"wait\", \"error\": " + errorJson(34, "system") + "}"),
                new Reply(200, "{\"status\": \"wait\", \"error\": null}"));

        // when
        announce("unprocessed");

        // then
        assertThat(service.registered("unprocessed")).hasSize(1);
        assertThat(service.atol.sent(movementId("unprocessed"))).hasSize(1);
    }

    @Test
    void shouldRegisterAnewWhatWaitedTooLongInTheQueue() {
        // given
        double before = service.decisions("ResendAfterQueueTimeout");
        service.atol.next(new Step.FailLater(errorJson(1, "timeout")));

        // when
        announce("queue");

        // then
        assertThat(service.registered("queue")).containsExactly("refund refund-m:queue:R-1-r1-t2");
        assertThat(service.decisions("ResendAfterQueueTimeout")).isEqualTo(before + 1);
    }

    @Test
    void shouldSendAgainUnderTheSameIdWhenTheServiceFails() {
        // given
        service.atol.next(
                new Step.Answer(error(500, 50, "system")),
                new Step.Answer(error(400, 1, "system")),
                new Step.Answer(error(400, 0, "unknown")));

        // when
        announce("unwell");

        // then
        assertThat(service.registered("unwell")).containsExactly("refund refund-m:unwell:R-1-r1");
        assertThat(service.atol.sent(movementId("unwell")))
                .hasSize(4)
                .containsOnly("sell_refund refund-m:unwell:R-1-r1");
    }

    @Test
    void shouldTryARefusalByTheCashRegisterAFewTimes() {
        // given
        service.atol.next(new Step.FailLater(errorJson(3822, "driver")));

        // when
        announce("shift");

        // then
        assertThat(service.registered("shift")).containsExactly("refund refund-m:shift:R-1-r1-t2");
    }

    @Test
    void shouldCorrectWhatTheCashRegisterKeepsRefusing() {
        // given
        Step refusal = new Step.FailLater(errorJson(3803, "driver"));
        service.atol.next(refusal, refusal, refusal, refusal);

        // when
        announce("price");

        // then
        assertThat(service.registered("price")).containsExactly("refund-correction correction-m:price:R-1-r1");
        assertThat(service.atol.sent(movementId("price"))).hasSize(5);
    }

    @Test
    void shouldGiveUpWhatACorrectionWouldBeRefusedForToo() {
        // given
        service.atol.next(new Step.FailLater(errorJson(2003, "agent")));

        // when
        announce("inn");

        // then
        ReceiptFailed told = (ReceiptFailed) service.answerFor("inn").event();
        assertThat(told.code()).isEqualTo("ATOL_AGENT_2003");
        assertThat(service.atol.sent(movementId("inn"))).hasSize(1);
    }

    @Test
    void shouldRenewAnExpiredToken() {
        // given
        announce("before-expiry");
        service.registered("before-expiry");
        service.atol.expireTokens();

        // when
        announce("expired");

        // then
        assertThat(service.registered("expired")).containsExactly("refund refund-m:expired:R-1-r1");
    }

    @Test
    void shouldGoOnByItselfWhenTheCredentialsAreAcceptedAgain() {
        // given
        service.atol.expireTokens();
        service.atol.nextToken(error(401, 12, "system"));

        // when
        announce("recovers");

        // then
        assertThat(service.registered("recovers")).hasSize(1);
        assertThat(service.gauge("fiscalization.sending.stopped")).isZero();
    }

    private void announce(String orderId) {
        service.publish(announced(orderId, Country.RU, refund(lines(1))));
    }
}
