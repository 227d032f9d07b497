package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.clarified;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.movementBack;
import static io.refundtool.refund.domain.RefundEvents.notRequired;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.receiptFailed;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.RefundEvents.reversed;
import static io.refundtool.refund.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.MoneyReversed;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.ReversalStarted;
import io.refundtool.events.refund.Reversed;
import org.junit.jupiter.api.Test;

/** What BOB takes back: only what was completed is compensated. */
class CancellationTest {
    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");
    private static final Event REGISTERED = registered("R-1", movement("R-1"), 1000);
    private static final Event NOTIFIED = notified("R-1", RefundStatus.FISCALIZED);

    @Test
    void shouldCancelWhatWaitsForClarification() {
        given(ASKED, declined("R-1", 1, 1)).when(cancelled("R-1")).then("refund.cancelled.v1");
    }

    @Test
    void shouldWaitForTheAnswerOfPayment() {
        given(ASKED).when(cancelled("R-1")).thenNoted("Payment's answers").leaves("R-1", RefundStatus.APPROVED);
    }

    @Test
    void shouldCancelWhenPaymentDeclines() {
        given(ASKED, cancelled("R-1")).when(declined("R-1", 1, 1)).then("refund.cancelled.v1");
    }

    @Test
    void shouldTakeTheMoneyBackWhenPaymentHasPaid() {
        Scenario scenario = given(ASKED, cancelled("R-1")).when(PAID).then("refund.reversal-started.v1");
        assertThat(scenario.told(ReversalStarted.class).transactions())
                .containsExactly(new PaidTransaction(1, "T-1", 1000));
    }

    @Test
    void shouldEndAsReversedWithoutAReceiptWhenNoneWasAskedFor() {
        given(ASKED, cancelled("R-1"), PAID).when(BACK).then("refund.reversed.v1");
    }

    @Test
    void shouldTakeTheMoneyBackAfterItWasRefunded() {
        given(ASKED, PAID).when(cancelled("R-1")).then("refund.reversal-started.v1");
    }

    @Test
    void shouldWaitForTheReceiptBeforeItIsCompensated() {
        given(ASKED, PAID, cancelled("R-1")).when(BACK).thenNoted("came back").leaves("R-1", RefundStatus.REVERSING);
        Scenario scenario =
                given(ASKED, PAID, cancelled("R-1"), BACK).when(REGISTERED).then("refund.money-reversed.v1");
        assertThat(scenario.told(MoneyReversed.class).compensates()).isEqualTo(movement("R-1"));
        assertThat(scenario.told(MoneyReversed.class).movementId()).isEqualTo(movementBack("R-1"));
    }

    @Test
    void shouldCompensateTheReceiptOfAFiscalizedRefund() {
        given(ASKED, PAID, REGISTERED, cancelled("R-1")).when(BACK).then("refund.money-reversed.v1");
        Scenario scenario = given(ASKED, PAID, REGISTERED, cancelled("R-1"), BACK)
                .when(registered("R-1", movementBack("R-1"), 1000))
                .then("refund.reversed.v1");
        assertThat(scenario.told(Reversed.class).refund().fiscalization()).isEqualTo(FiscalizationResult.COMPENSATED);
        assertThat(scenario.told(Reversed.class).refund().receipts()).hasSize(2);
    }

    @Test
    void shouldCompensateNothingWhereNoReceiptWasRequired() {
        given(ASKED, PAID, notRequired("R-1", movement("R-1")), cancelled("R-1"))
                .when(BACK)
                .then("refund.reversed.v1");
    }

    @Test
    void shouldCompensateNothingWhereTheReceiptFailed() {
        given(ASKED, PAID, receiptFailed("R-1", movement("R-1")), cancelled("R-1"))
                .when(BACK)
                .then("refund.reversed.v1");
    }

    @Test
    void shouldHoldWhenTheCompensationFailsAndEndWithALateOne() {
        Scenario scenario = given(ASKED, PAID, REGISTERED, cancelled("R-1"), BACK)
                .when(receiptFailed("R-1", movementBack("R-1")))
                .then("refund.put-on-hold.v1");
        assertThat(scenario.told(PutOnHold.class).code()).isEqualTo(HoldCode.RECEIPT_FAILED);
        scenario.when(registered("R-1", movementBack("R-1"), 1000)).then("refund.reversed.v1");
    }

    @Test
    void shouldCompensateAReceiptThatIsKnownOnlyAfterTheEnd() {
        given(ASKED, cancelled("R-1"), PAID, BACK).when(REGISTERED).then("refund.money-reversed.v1");
    }

    @Test
    void shouldFreeWhatTheRefundReserved() {
        given(requested("R-1", line("L1", 3, 3000)), declined("R-1", 1, 1), cancelled("R-1"))
                .when(requested("R-2", line("L1", 3, 3000)))
                .then("refund.approved.v1");
    }

    @Test
    void shouldReserveUntilTheMoneyIsBack() {
        given(requested("R-1", line("L1", 3, 3000)), paid("R-1", 1, 1, 3000, "T-1"), cancelled("R-1"))
                .when(requested("R-2", line("L1", 1, 1000)))
                .then("refund.rejected.v1");
    }

    @Test
    void shouldIgnoreACancellationAfterTheEnd() {
        given(ASKED, PAID, REGISTERED, NOTIFIED).when(cancelled("R-1")).thenIgnored("is completed");
    }

    @Test
    void shouldIgnoreASecondCancellation() {
        given(ASKED, cancelled("R-1")).when(cancelled("R-1")).thenIgnored("is to end already");
    }

    @Test
    void shouldIgnoreAClarificationOfACancelledRefund() {
        given(ASKED, cancelled("R-1")).when(clarified("R-1")).thenIgnored("is wanted");
    }

    private static final Event BACK = reversed("R-1", 1, 1000, "T-1");
}
