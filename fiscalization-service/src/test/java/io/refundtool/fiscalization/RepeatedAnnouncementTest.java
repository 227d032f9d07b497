package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.FiscalizationFixture.receipts;
import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.movementId;
import static io.refundtool.fiscalization.Refunds.refund;
import static io.refundtool.fiscalization.atol.AtolReplies.error;
import static io.refundtool.fiscalization.atol.AtolReplies.errorJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.fiscalization.FiscalizationUpdate;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.fiscalization.atol.StubAtol.Step;
import io.refundtool.testservers.NeedsServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A movement that is announced again under another event id: told again, left alone, or begun anew. */
@NeedsServers
class RepeatedAnnouncementTest {
    @RegisterExtension
    static final RunningService RUNNING = RunningService.patient();

    private FiscalizationFixture service;

    @BeforeEach
    void setUp() {
        service = RUNNING.get();
    }

    @Test
    void shouldAnswerEachAnnouncementOnceWithTheReceiptOnRecord() {
        // given
        announce("again", 1);
        Envelope<FiscalizationUpdate> first = service.answerFor("again");

        // when
        announce("again", 2);
        announce("again", 2);
        announce("again", 3);
        Envelope<FiscalizationUpdate> third = service.answerAbout(movementId("again"), 3);

        // then
        assertThat(service.answersFor("again"))
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer.event()).isEqualTo(first.event()))
                .extracting(Envelope::id)
                .doesNotHaveDuplicates();
        assertThat(third.time()).isAfterOrEqualTo(first.time());
        assertThat(service.atol.sent(movementId("again"))).hasSize(1);
    }

    @Test
    void shouldAnswerAgainThatNoReceiptIsRequired() {
        // given
        service.publish(announced("french", Country.FR, refund(lines(1))));
        Envelope<FiscalizationUpdate> first = service.answerFor("french");

        // when
        service.publish(announced("french", Country.FR, refund(lines(1)), 2));
        Envelope<FiscalizationUpdate> second = service.answerAbout(movementId("french"), 2);

        // then
        assertThat(second.event()).isEqualTo(first.event());
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void shouldLeaveAloneWhatIsInProgress() {
        // given
        service.atol.next(new Step.AcceptSilently());
        announce("in-progress", 1);
        service.awaitStateOf("in-progress", "WAITING");

        // when
        service.publishAndAwaitRead(announced("in-progress", Country.RU, refund(lines(1)), 2));

        // then
        assertThat(service.stateOf("in-progress")).isEqualTo("WAITING");
        assertThat(service.answersFor("in-progress")).isEmpty();
        assertThat(service.atol.sent(movementId("in-progress"))).hasSize(1);

        // when
        service.atol.post(service.atol.done(service.uuidOf("in-progress")));
        service.answerFor("in-progress");

        // then
        assertThat(service.answersFor("in-progress")).hasSize(1);
    }

    @Test
    void shouldBeginAnewUnderAnotherIdWhatFailedForGood() {
        // given
        service.atol.next(new Step.FailLater(errorJson(2009, "agent")), new Step.FailLater(errorJson(2003, "agent")));
        announce("anew", 1);
        ReceiptFailed failed = (ReceiptFailed) service.answerFor("anew").event();
        assertThat(failed.code()).isEqualTo("ATOL_AGENT_2009");

        // when
        announce("anew", 2);
        ReceiptFailed again =
                (ReceiptFailed) service.answerAbout(movementId("anew"), 2).event();
        announce("anew", 3);
        Envelope<FiscalizationUpdate> registered = service.answerAbout(movementId("anew"), 3);

        // then
        assertThat(again.code()).isEqualTo("ATOL_AGENT_2003");
        assertThat(receipts(registered)).containsExactly("refund refund-m:anew:R-1-r1-t3");
        assertThat(service.answersFor("anew")).extracting(Envelope::id).doesNotHaveDuplicates();
    }

    @Test
    void shouldBeginAnewByTheSellerOfTodaysConfiguration() {
        // given
        service.restart("--refundtool.fiscalization.seller.inn=0000000000");
        service.atol.next(new Step.FailLater(errorJson(2003, "agent")));
        announce("mended", 1);
        service.answerFor("mended");

        // when
        service.restart();
        announce("mended", 2);
        service.answerAbout(movementId("mended"), 2);

        // then
        assertThat(service.atol.registrations(movementId("mended")))
                .extracting(
                        body -> body.path("receipt").path("company").path("inn").asString())
                .containsExactly("0000000000", "5544332219");
        assertThat(service.value("select t1018_inn from receipt where movement_id = ?", movementId("mended")))
                .isEqualTo("5544332219");
    }

    @Test
    void shouldFindOutUnderTheSameIdAboutWhatMayBeRegistered() {
        // given: ATOL Online took it and lost its mind about it
        service.atol.next(new Step.AcceptSilently());
        announce("lost-result", 1);
        service.awaitStateOf("lost-result", "WAITING");
        service.atol.nextReport(error(400, 30, "system"));
        service.restartAfter(
                "update receipt set due_at = now() where movement_id = '" + movementId("lost-result") + "'");

        // when
        ReceiptFailed failed = (ReceiptFailed) service.answerFor("lost-result").event();
        announce("lost-result", 2);
        Envelope<FiscalizationUpdate> registered = service.answerAbout(movementId("lost-result"), 2);

        // then
        assertThat(failed.code()).isEqualTo("NO_RESULT");
        assertThat(receipts(registered)).containsExactly("refund refund-m:lost-result:R-1-r1");
        assertThat(service.atol.registered().keySet())
                .filteredOn(id -> id.contains("lost-result"))
                .hasSize(1);
    }

    @Test
    void shouldTellAgainWhyNoReceiptCanStateARefund() {
        // given
        service.publish(announced("impossible", Country.RU, refund(CurrencyCode.RUB, 1, lines(1), Refunds.CUSTOMER)));
        service.answerFor("impossible");

        // when
        service.publish(
                announced("impossible", Country.RU, refund(CurrencyCode.RUB, 1, lines(1), Refunds.CUSTOMER), 2));
        ReceiptFailed again =
                (ReceiptFailed) service.answerAbout(movementId("impossible"), 2).event();

        // then
        assertThat(again.code()).isEqualTo("LINES_CONTRADICT_AMOUNT");
    }

    @Test
    void shouldRefuseAMovementThatContradictsTheLedger() {
        // given
        announce("contradicted", 1);
        service.answerFor("contradicted");

        // when
        service.publish(announced("contradicted", Country.RU, refund(lines(2)), 2));
        ReceiptFailed failed = (ReceiptFailed)
                service.answerAbout(movementId("contradicted"), 2).event();

        // then
        assertThat(failed.code()).isEqualTo("MOVEMENT_CONTRADICTS_LEDGER");
        assertThat(service.atol.sent(movementId("contradicted"))).hasSize(1);
    }

    private void announce(String orderId, int attempt) {
        service.publish(announced(orderId, Country.RU, refund(lines(1)), attempt));
    }
}
