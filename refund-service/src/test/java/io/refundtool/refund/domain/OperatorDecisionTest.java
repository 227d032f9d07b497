package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.CARD;
import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.markedPaid;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.note;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.overdue;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.paused;
import static io.refundtool.refund.domain.RefundEvents.payoutChanged;
import static io.refundtool.refund.domain.RefundEvents.receiptFailed;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.rejected;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.RefundEvents.resumed;
import static io.refundtool.refund.domain.RefundEvents.retry;
import static io.refundtool.refund.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.Rejected;
import org.junit.jupiter.api.Test;

/** What operators decide. */
class OperatorDecisionTest {
    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");
    private static final Event REGISTERED = registered("R-1", movement("R-1"), 1000);
    private static final Event NOTIFIED = notified("R-1", RefundStatus.FISCALIZED);

    private static final Event SILENT = overdue("R-1", Awaited.PAYMENT, 1, 1, 1);

    @Test
    void shouldAskPaymentAgainWhenRetried() {
        given(ASKED, SILENT).when(retry("R-1")).then("refund.approved.v1").leaves("R-1", RefundStatus.APPROVED);
    }

    @Test
    void shouldIgnoreARetryOfWhatIsUnderWay() {
        given(ASKED).when(retry("R-1")).thenIgnored("on hold");
    }

    @Test
    void shouldAskForAFailedReceiptAgainWhenRetried() {
        given(ASKED, PAID, receiptFailed("R-1", movement("R-1")))
                .when(retry("R-1"))
                .then("refund.money-refunded.v1");
    }

    @Test
    void shouldPayToWhereTheOperatorSaysAndTakeALateFirstPayoutForThePayment() {
        Scenario scenario = given(ASKED, SILENT).when(payoutChanged("R-1")).then("refund.approved.v1");
        assertThat(scenario.told(Approved.class).refund().parts().getFirst().payout())
                .isEqualTo(CARD);
        scenario.when(PAID).then("refund.money-refunded.v1");
        scenario.when(paid("R-1", 1, 2, 1000, "T-2")).then("refund.reversal-started.v1");
    }

    @Test
    void shouldChangeThePayoutOfWhatAwaitsClarification() {
        given(ASKED, declined("R-1", 1, 1)).when(payoutChanged("R-1")).then("refund.approved.v1");
    }

    @Test
    void shouldNotChangeThePayoutOfWhatPaymentMayBePaying() {
        given(ASKED).when(payoutChanged("R-1")).thenIgnored("awaits clarification");
    }

    @Test
    void shouldGoOnWithWhatWasPaidOutside() {
        given(ASKED, SILENT).when(markedPaid("R-1", "bank-7")).then("refund.money-refunded.v1");
        given(ASKED, declined("R-1", 1, 1)).when(markedPaid("R-1", "bank-7")).then("refund.money-refunded.v1");
    }

    @Test
    void shouldTakeBackWhatPaymentPaysAfterItWasPaidOutside() {
        given(ASKED, SILENT, markedPaid("R-1", "bank-7")).when(PAID).then("refund.reversal-started.v1");
    }

    @Test
    void shouldNotMarkAsPaidWhatPaymentMayBePaying() {
        given(ASKED).when(markedPaid("R-1", "bank-7")).thenIgnored("awaits clarification");
    }

    @Test
    void shouldRejectWhatAwaitsClarification() {
        Scenario scenario =
                given(ASKED, declined("R-1", 1, 1)).when(rejected("R-1")).then("refund.rejected.v1");
        assertThat(scenario.told(Rejected.class).code()).isEqualTo(RejectionCode.REJECTED_BY_OPERATOR);
    }

    @Test
    void shouldWaitForPaymentBeforeItRejects() {
        given(ASKED).when(rejected("R-1")).thenNoted("Payment's answers");
        given(ASKED, rejected("R-1")).when(declined("R-1", 1, 1)).then("refund.rejected.v1");
        given(ASKED, rejected("R-1")).when(PAID).then("refund.reversal-started.v1");
    }

    @Test
    void shouldRejectAtOnceWherePaymentIsSilentAndTakeBackWhatItPaysLater() {
        given(ASKED, SILENT)
                .when(rejected("R-1"))
                .then("refund.rejected.v1")
                .when(PAID)
                .then("refund.reversal-started.v1");
    }

    @Test
    void shouldNotRejectWhatIsCompleted() {
        given(ASKED, PAID, REGISTERED, NOTIFIED).when(rejected("R-1")).thenIgnored("has not ended");
    }

    @Test
    void shouldKeepTheAnswerThatComesWhilePausedAndApplyItOnResume() {
        given(ASKED)
                .when(paused("R-1"))
                .then("refund.put-on-hold.v1")
                .when(PAID)
                .thenNoted("Kept")
                .leaves("R-1", RefundStatus.ON_HOLD)
                .when(resumed("R-1"))
                .then("refund.money-refunded.v1");
    }

    @Test
    void shouldAskAgainOnResumeWhenNothingCame() {
        given(ASKED, paused("R-1")).when(resumed("R-1")).then("refund.approved.v1");
    }

    @Test
    void shouldNotResumeByRetry() {
        given(ASKED, paused("R-1")).when(retry("R-1")).thenIgnored("paused it");
    }

    @Test
    void shouldPauseWhatIsOnHoldSoThatALateAnswerDoesNotMoveIt() {
        given(ASKED, SILENT, paused("R-1"))
                .when(PAID)
                .thenNoted("Kept")
                .when(resumed("R-1"))
                .then("refund.money-refunded.v1");
    }

    @Test
    void shouldCancelOnResumeWhatWasCancelledWhilePaused() {
        given(ASKED, paused("R-1"), cancelled("R-1"), PAID)
                .when(resumed("R-1"))
                .then("refund.reversal-started.v1")
                .leaves("R-1", RefundStatus.REVERSING);
    }

    @Test
    void shouldChangeThePayoutOfAPausedRefundOnResume() {
        Scenario scenario = given(ASKED, paused("R-1"))
                .when(payoutChanged("R-1"))
                .thenNoted("resumed")
                .when(resumed("R-1"))
                .then("refund.approved.v1");
        assertThat(scenario.told(Approved.class).refund().parts().getFirst().payout())
                .isEqualTo(CARD);
    }

    @Test
    void shouldNotPauseTwiceOrAfterTheEnd() {
        given(ASKED, paused("R-1")).when(paused("R-1")).thenIgnored("under way");
        given(ASKED, PAID, REGISTERED, NOTIFIED).when(paused("R-1")).thenIgnored("under way");
    }

    @Test
    void shouldNotResumeWhatIsNotPaused() {
        given(ASKED).when(resumed("R-1")).thenIgnored("operator paused");
    }

    @Test
    void shouldKeepANote() {
        given(ASKED).when(note("R-1")).thenNoted("note is kept");
    }
}
