package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.FiscalizationFixture.receipts;
import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.movementId;
import static io.refundtool.fiscalization.Refunds.refund;
import static io.refundtool.fiscalization.atol.AtolReplies.error;
import static io.refundtool.fiscalization.atol.AtolReplies.errorJson;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.fiscalization.FiscalizationUpdate;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.fiscalization.atol.StubAtol.Step;
import io.refundtool.testservers.NeedsServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A refund receipt that cannot be registered is replaced by a correction receipt. */
@NeedsServers
class CorrectionTest {
    private static final Step INVALID = new Step.Answer(error(400, 32, "system"));

    @RegisterExtension
    static final RunningService RUNNING = RunningService.patient();

    private FiscalizationFixture service;

    @BeforeEach
    void setUp() {
        service = RUNNING.get();
    }

    @Test
    void shouldCorrectWhatCannotBeRegisteredAndKeepTheTagsOfBoth() {
        // given
        service.atol.next(INVALID);

        // when
        announce("invalid", 1);

        // then
        assertThat(service.registered("invalid")).containsExactly("refund-correction correction-m:invalid:R-1-r1");
        assertThat(service.atol.sent(movementId("invalid")))
                .containsExactly(
                        "sell_refund refund-m:invalid:R-1-r1", "sell_refund_correction correction-m:invalid:R-1-r1");
        assertThat(service.stateOf("invalid")).isEqualTo("REPLACED,REGISTERED");
        assertThat(service.value(
                        "select string_agg(concat_ws('|', t1054_operation, t1020_total_minor, t1008_client, failure_code,"
                                + " t1173_correction_type, t1178_correction_date, t1179_correction_number,"
                                + " t1199_vat_rate, t1200_vat_minor), ', ' order by receipt_id)"
                                + " from receipt join receipt_item using (receipt_id) where movement_id = ?",
                        movementId("invalid")))
                .isEqualTo("sell_refund|101|anna@customer.example|ATOL_SYSTEM_32|vat20|17, "
                        + "sell_refund_correction|101|anna@customer.example|self|2026-03-01|vat20|17");
    }

    @Test
    void shouldCorrectOnlyThatReceiptOfALongRefundWhichFailed() {
        // given
        RefundSnapshot refund = refund(lines(150));
        service.atol.next(INVALID);

        // when
        service.publish(announced("half", Country.RU, refund));
        ReceiptRegistered told = (ReceiptRegistered) service.answerFor("half").event();

        // then
        assertThat(told.receipts())
                .extracting(receipt -> receipt.kind().wire())
                .containsExactlyInAnyOrder("refund", "refund-correction");
        assertThat(told.receipts().stream().mapToLong(Receipt::amountMinor).sum())
                .isEqualTo(refund.amountMinor());
        assertThat(service.answersFor("half")).hasSize(1);
    }

    @Test
    void shouldTellAFailureOnlyWhenTheCorrectionFailsToo() {
        // given
        service.atol.next(INVALID, new Step.FailLater(errorJson(2006, "agent")));

        // when
        announce("hopeless", 1);
        ReceiptFailed told = (ReceiptFailed) service.answerFor("hopeless").event();

        // then
        assertThat(told.code()).isEqualTo("ATOL_AGENT_2006");
        assertThat(told.reason()).contains("ATOL_SYSTEM_32", "e-32", "e-2006");
        assertThat(service.answersFor("hopeless")).hasSize(1);
        assertThat(service.stateOf("hopeless")).isEqualTo("REPLACED,FAILED");
    }

    @Test
    void shouldTryTheReceiptAndThenTheCorrectionAnewUnderOtherIds() {
        // given
        service.atol.next(INVALID, INVALID, INVALID, new Step.GoWell());
        announce("both-anew", 1);
        service.answerFor("both-anew");

        // when
        announce("both-anew", 2);
        Envelope<FiscalizationUpdate> registered = service.answerAbout(movementId("both-anew"), 2);

        // then
        assertThat(service.atol.sent(movementId("both-anew")))
                .containsExactly(
                        "sell_refund refund-m:both-anew:R-1-r1",
                        "sell_refund_correction correction-m:both-anew:R-1-r1",
                        "sell_refund refund-m:both-anew:R-1-r1-t2",
                        "sell_refund_correction correction-m:both-anew:R-1-r1-t2");
        assertThat(receipts(registered)).containsExactly("refund-correction correction-m:both-anew:R-1-r1-t2");
    }

    @Test
    void shouldNeedNoCorrectionAnyMoreWhenTheReceiptIsRegisteredAnew() {
        // given
        service.atol.next(INVALID, INVALID);
        announce("mended-itself", 1);
        service.answerFor("mended-itself");

        // when
        announce("mended-itself", 2);
        Envelope<FiscalizationUpdate> registered = service.answerAbout(movementId("mended-itself"), 2);

        // then
        assertThat(receipts(registered)).containsExactly("refund refund-m:mended-itself:R-1-r1-t2");
        assertThat(service.stateOf("mended-itself")).isEqualTo("REGISTERED,FAILED");
    }

    @Test
    void shouldKeepTheCorrectionOnRecordWhenTheReceiptTurnsOutToBeRegisteredAsWell() {
        // given: the first registration waited too long, the second is invalid
        service.atol.next(new Step.FailLater(errorJson(1, "timeout")), INVALID);
        announce("after-all", 1);
        Envelope<FiscalizationUpdate> corrected = service.answerFor("after-all");
        String uuid = requireNonNull(service.atol.registered().get("refund-m:after-all:R-1-r1"));

        // when
        int status = service.atol.post(service.atol.done(uuid));
        announce("after-all", 2);
        Envelope<FiscalizationUpdate> again = service.answerAbout(movementId("after-all"), 2);

        // then
        assertThat(status).isEqualTo(200);
        assertThat(service.stateOf("after-all")).isEqualTo("REGISTERED,REGISTERED");
        assertThat(again.event()).isEqualTo(corrected.event());
    }

    private void announce(String orderId, int attempt) {
        service.publish(announced(orderId, Country.RU, refund(lines(1)), attempt));
    }
}
