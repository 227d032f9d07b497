package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.FiscalizationFixture.receipts;
import static io.refundtool.fiscalization.Refunds.announced;
import static io.refundtool.fiscalization.Refunds.backId;
import static io.refundtool.fiscalization.Refunds.line;
import static io.refundtool.fiscalization.Refunds.lines;
import static io.refundtool.fiscalization.Refunds.movementId;
import static io.refundtool.fiscalization.Refunds.refund;
import static io.refundtool.fiscalization.Refunds.reversed;
import static io.refundtool.fiscalization.atol.AtolReplies.content;
import static io.refundtool.fiscalization.atol.AtolReplies.error;
import static io.refundtool.fiscalization.atol.AtolReplies.errorJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.VatRate;
import io.refundtool.events.fiscalization.FiscalizationUpdate;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.events.fiscalization.ReceiptNotRequired;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.fiscalization.atol.StubAtol.Step;
import io.refundtool.testservers.NeedsServers;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Money that came back: its receipts compensate those of the movement out. */
@NeedsServers
class ReversalTest {
    @RegisterExtension
    static final RunningService RUNNING = RunningService.patient();

    private FiscalizationFixture service;

    @BeforeEach
    void setUp() {
        service = RUNNING.get();
    }

    @Test
    void shouldMirrorTheReceiptsOfTheMovementOut() {
        // given
        RefundSnapshot refund = refund(lines(150));
        service.publish(announced("mirrored", Country.RU, refund));
        service.answerFor("mirrored");

        // when
        service.publish(reversed("mirrored", Country.RU, refund));
        ReceiptRegistered told = (ReceiptRegistered) back("mirrored", 1).event();

        // then
        assertThat(receipts(back("mirrored", 1)))
                .containsExactly("reversal reversal-back:mirrored:R-1-r1", "reversal reversal-back:mirrored:R-1-r2");
        assertThat(told.movementId()).isEqualTo(backId("mirrored"));
        assertThat(told.amountMinor()).isEqualTo(refund.amountMinor());
        assertThat(told.receipts().stream().mapToLong(Receipt::amountMinor).sum())
                .isEqualTo(refund.amountMinor());
        assertThat(service.atol.sent(backId("mirrored"))).allMatch(sent -> sent.startsWith("sell reversal-"));
        assertThat(contents(backId("mirrored"))).isEqualTo(contents(movementId("mirrored")));
    }

    @Test
    void shouldKeepTheTagsOfTheReversal() {
        // given
        RefundSnapshot refund = refund(List.of(line("a", 2, 1200, VatRate.VAT10)));
        service.publish(announced("tags", Country.RU, refund));
        service.answerFor("tags");

        // when
        service.publish(reversed("tags", Country.RU, refund));
        back("tags", 1);

        // then
        assertThat(service.value(
                        "select concat_ws('|', compensates, m.state, t1054_operation, t1008_client, t1020_total_minor,"
                                + " t1173_correction_type, t1214_payment_method, t1212_payment_object, t1199_vat_rate,"
                                + " t1200_vat_minor) from movement m join receipt using (movement_id)"
                                + " join receipt_item using (receipt_id) where movement_id = ?",
                        backId("tags")))
                .isEqualTo("m:tags:R-1|REGISTERED|sell|anna@customer.example|1200|full_payment|1|vat10|109");
    }

    @Test
    void shouldMirrorACorrectionToo() {
        // given
        service.atol.next(new Step.Answer(error(400, 32, "system")));
        RefundSnapshot refund = refund(lines(1));
        service.publish(announced("corrected", Country.RU, refund));
        service.answerFor("corrected");

        // when
        service.publish(reversed("corrected", Country.RU, refund));

        // then
        assertThat(receipts(back("corrected", 1))).containsExactly("reversal reversal-back:corrected:R-1-r1");
    }

    @Test
    void shouldWaitForReceiptsThatAreInProgress() {
        // given
        service.atol.next(new Step.AcceptSilently());
        service.publish(announced("overtaken", Country.RU, refund(lines(1))));
        service.awaitStateOf("overtaken", "WAITING");

        // when
        service.publishAndAwaitRead(reversed("overtaken", Country.RU, refund(lines(1))));

        // then
        assertThat(service.atol.sent(backId("overtaken"))).isEmpty();
        assertThat(service.outside.answersAbout(backId("overtaken"))).isEmpty();

        // when
        service.atol.post(service.atol.done(service.uuidOf("overtaken")));

        // then
        assertThat(service.registered("overtaken")).hasSize(1);
        assertThat(receipts(back("overtaken", 1))).containsExactly("reversal reversal-back:overtaken:R-1-r1");
    }

    @Test
    void shouldFailWhileItWaitsWhenThereIsNothingToCompensateAndSucceedWhenThereIs() {
        // given
        service.atol.next(new Step.AcceptSilently());
        service.publish(announced("nothing", Country.RU, refund(lines(1))));
        service.awaitStateOf("nothing", "WAITING");
        service.publishAndAwaitRead(reversed("nothing", Country.RU, refund(lines(1))));

        // when
        service.atol.post("{\"uuid\": \"%s\", \"status\": \"fail\", \"error\": %s}"
                .formatted(service.uuidOf("nothing"), errorJson(2003, "agent")));
        ReceiptFailed failed = (ReceiptFailed) back("nothing", 1).event();

        // then
        assertThat(failed.code()).isEqualTo("COMPENSATED_NOT_REGISTERED");
        assertThat(failed.reason()).contains("ATOL_AGENT_2003");

        // when
        service.publish(announced("nothing", Country.RU, refund(lines(1)), 2));
        service.answerAbout(movementId("nothing"), 2);
        service.publish(reversed("nothing", Country.RU, refund(lines(1)), backId("nothing"), 2));

        // then
        assertThat(receipts(back("nothing", 2))).containsExactly("reversal reversal-back:nothing:R-1-r1");
    }

    @Test
    void shouldSayThatTheMovementOutIsUnknown() {
        // when
        service.publish(reversed("unknown", Country.RU, refund(lines(1))));
        service.publish(reversed("unknown-british", Country.GB, refund(lines(1))));

        // then
        assertThat(((ReceiptFailed) back("unknown", 1).event()).code()).isEqualTo("COMPENSATED_UNKNOWN");
        assertThat(back("unknown-british", 1).event()).isInstanceOf(ReceiptNotRequired.class);
    }

    @Test
    void shouldAskForNoReceiptWhereTheMovementOutNeededNone() {
        // given
        service.publish(announced("german", Country.DE, refund(lines(1))));

        // when
        service.publish(reversed("german", Country.DE, refund(lines(1))));

        // then
        assertThat(back("german", 1).event()).isInstanceOf(ReceiptNotRequired.class);
        assertThat(service.atol.sent(backId("german"))).isEmpty();
    }

    @Test
    void shouldCompensateNothingTwiceAndNothingOfAnotherAmount() {
        // given
        service.publish(announced("once", Country.RU, refund(lines(1))));
        service.answerFor("once");
        service.publish(reversed("once", Country.RU, refund(lines(2)), "back:too-much", 1));
        service.publish(reversed("once", Country.RU, refund(lines(1))));

        // when
        service.publish(reversed("once", Country.RU, refund(lines(1)), "back:once-more", 1));

        // then
        assertThat(failure("back:too-much")).isEqualTo("MOVEMENT_CONTRADICTS_LEDGER");
        assertThat(receipts(back("once", 1))).hasSize(1);
        assertThat(failure("back:once-more")).isEqualTo("COMPENSATED_TWICE");
    }

    @Test
    void shouldAnswerAgainAndTryAnewLikeARefund() {
        // given
        service.publish(announced("back-anew", Country.RU, refund(lines(1))));
        service.answerFor("back-anew");
        service.atol.next(new Step.Answer(error(400, 32, "system")));
        service.publish(reversed("back-anew", Country.RU, refund(lines(1))));
        assertThat(failure(backId("back-anew"))).isEqualTo("ATOL_SYSTEM_32");

        // when
        service.publish(reversed("back-anew", Country.RU, refund(lines(1)), backId("back-anew"), 2));
        Envelope<FiscalizationUpdate> second = back("back-anew", 2);
        service.publish(reversed("back-anew", Country.RU, refund(lines(1)), backId("back-anew"), 3));
        Envelope<FiscalizationUpdate> third = back("back-anew", 3);

        // then
        assertThat(receipts(second)).containsExactly("reversal reversal-back:back-anew:R-1-r1-t2");
        assertThat(third.event()).isEqualTo(second.event());
        assertThat(third.id()).isNotEqualTo(second.id());
    }

    private Envelope<FiscalizationUpdate> back(String orderId, int number) {
        return service.answerAbout(backId(orderId), number);
    }

    private String failure(String movementId) {
        return ((ReceiptFailed) service.answerAbout(movementId, 1).event()).code();
    }

    /** What the registrations for a movement state, in the order of their external ids. */
    private List<JsonNode> contents(String movementId) {
        return service.atol.registrations(movementId).stream()
                .sorted(Comparator.comparing(body -> body.path("external_id").asString()))
                .map(body -> content(body))
                .toList();
    }
}
