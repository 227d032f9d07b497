package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.clarified;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.overdue;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.RefundEvents.retry;
import static io.refundtool.refund.domain.RefundEvents.returned;
import static io.refundtool.refund.domain.RefundEvents.reversalDeclined;
import static io.refundtool.refund.domain.RefundEvents.reversed;
import static io.refundtool.refund.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.ClarificationCode;
import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.ClarificationNeeded;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.ReversalStarted;
import org.junit.jupiter.api.Test;

/** Money that moved twice, too late, for nothing, or came back. */
class UnexpectedMoneyTest {
    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");
    private static final Event REGISTERED = registered("R-1", movement("R-1"), 1000);
    private static final Event NOTIFIED = notified("R-1", RefundStatus.FISCALIZED);

    private static final Event SECOND = paid("R-1", 1, 1, 1000, "T-2");

    @Test
    void shouldTakeBackASecondTransaction() {
        Scenario scenario = given(ASKED, PAID).when(SECOND).then("refund.reversal-started.v1");
        assertThat(scenario.told(ReversalStarted.class).transactions())
                .containsExactly(new PaidTransaction(1, "T-2", 1000));
        scenario.leaves("R-1", RefundStatus.MONEY_REFUNDED);
    }

    @Test
    void shouldTakeBackASecondTransactionAfterTheEnd() {
        given(ASKED, PAID, REGISTERED, NOTIFIED)
                .when(SECOND)
                .then("refund.reversal-started.v1")
                .leaves("R-1", RefundStatus.COMPLETED)
                .when(reversed("R-1", 1, 1000, "T-2"))
                .thenNoted("came back")
                .leaves("R-1", RefundStatus.COMPLETED);
    }

    @Test
    void shouldCompleteWhileASecondTransactionIsTakenBack() {
        given(ASKED, PAID, SECOND).when(REGISTERED).then("refund.fiscalized.v1");
    }

    @Test
    void shouldAskForAllThatHasToComeBackAtOnce() {
        Scenario scenario =
                given(ASKED, PAID, SECOND).when(paid("R-1", 1, 1, 1000, "T-3")).then("refund.reversal-started.v1");
        assertThat(scenario.told(ReversalStarted.class).transactions())
                .extracting(PaidTransaction::transactionId)
                .containsExactly("T-2", "T-3");
    }

    @Test
    void shouldIgnoreTheSameTransactionToldTwice() {
        given(ASKED, PAID).when(PAID).thenIgnored("before");
    }

    @Test
    void shouldRefuseTheSameTransactionWithAnotherAmount() {
        given(ASKED, PAID).when(paid("R-1", 1, 1, 999, "T-1")).thenRefused(Rejection.Code.CONFLICTING_TRANSACTION);
    }

    @Test
    void shouldTakeBackMoneyForARejectedRefund() {
        given(requested("R-1", line("L1", 9, 1)))
                .when(PAID)
                .then("refund.reversal-started.v1")
                .when(reversed("R-1", 1, 1000, "T-1"))
                .then("refund.reversed.v1");
    }

    @Test
    void shouldTakeBackMoneyForACancelledRefund() {
        given(ASKED, declined("R-1", 1, 1), cancelled("R-1")).when(PAID).then("refund.reversal-started.v1");
    }

    @Test
    void shouldTakeBackMoneyUnderAKeyThatNobodyGave() {
        given(ASKED).when(paid("R-1", 7, 1, 1000, "T-9")).then("refund.reversal-started.v1");
    }

    @Test
    void shouldHoldOnAnotherAmount() {
        Scenario scenario = given(ASKED).when(paid("R-1", 1, 1, 999, "T-1")).then("refund.put-on-hold.v1");
        assertThat(scenario.told(PutOnHold.class).code()).isEqualTo(HoldCode.PAYMENT_CONTRADICTS);
    }

    @Test
    void shouldPayUnderANewKeyAndTakeTheWrongAmountBackWhenAnOperatorRetries() {
        given(ASKED, paid("R-1", 1, 1, 999, "T-1"))
                .when(retry("R-1"))
                .then("refund.approved.v1", "refund.reversal-started.v1")
                .leaves("R-1", RefundStatus.APPROVED)
                .when(paid("R-1", 1, 2, 1000, "T-2"))
                .then("refund.money-refunded.v1");
    }

    @Test
    void shouldTakeASecondTransactionBackWhileOnHoldWithoutGoingOn() {
        given(ASKED, overdue("R-1", Awaited.PAYMENT, 1, 1, 1))
                .when(paid("R-1", 7, 1, 1000, "T-9"))
                .then("refund.reversal-started.v1")
                .leaves("R-1", RefundStatus.ON_HOLD);
    }

    @Test
    void shouldHoldWhenPaymentCannotTakeItBackAndGoOnWhenItCould() {
        Scenario scenario = given(ASKED, PAID, SECOND)
                .when(reversalDeclined("R-1", 1, "T-2"))
                .then("refund.put-on-hold.v1");
        assertThat(scenario.told(PutOnHold.class).code()).isEqualTo(HoldCode.REVERSAL_FAILED);
        scenario.when(reversed("R-1", 1, 1000, "T-2"))
                .then("refund.money-refunded.v1")
                .leaves("R-1", RefundStatus.MONEY_REFUNDED);
    }

    @Test
    void shouldAskAgainForAReversalThatAnOperatorRetries() {
        given(ASKED, PAID, SECOND, reversalDeclined("R-1", 1, "T-2"))
                .when(retry("R-1"))
                .then("refund.money-refunded.v1", "refund.reversal-started.v1");
    }

    @Test
    void shouldAskBobWhereMoneyGoesThatCameBack() {
        Scenario scenario = given(ASKED, PAID, REGISTERED, NOTIFIED)
                .when(returned("R-1", 1, 1000, "T-1"))
                .then("refund.clarification-needed.v1");
        ClarificationNeeded told = scenario.told(ClarificationNeeded.class);
        assertThat(told.code()).isEqualTo(ClarificationCode.PAYOUT_RETURNED);
        assertThat(told.refund().fiscalization()).isEqualTo(FiscalizationResult.REGISTERED);
        assertThat(told.refund().receipts()).hasSize(1);
    }

    @Test
    void shouldCompleteAgainWithTheReceiptOnRecord() {
        given(ASKED, PAID, REGISTERED, NOTIFIED, returned("R-1", 1, 1000, "T-1"), clarified("R-1"))
                .when(paid("R-1", 1, 2, 1000, "T-2"))
                .then("refund.money-refunded.v1", "refund.fiscalized.v1", "refund.completed.v1");
    }

    @Test
    void shouldIgnoreMoneyThatComesBackTwice() {
        given(ASKED, PAID, returned("R-1", 1, 1000, "T-1"))
                .when(returned("R-1", 1, 1000, "T-1"))
                .thenIgnored("with the customer");
    }

    @Test
    void shouldNotWaitForAReversalOfMoneyThatCameBackByItself() {
        given(ASKED, cancelled("R-1"), PAID)
                .when(returned("R-1", 1, 1000, "T-1"))
                .then("refund.reversed.v1");
    }

    @Test
    void shouldKeepMoneyUnderAKeyThatIsYetToCome() {
        given(ASKED).when(paid("R-1", 1, 2, 1000, "T-2")).thenNoted("not asked yet");
    }

    @Test
    void shouldTakeBackAtTheEndWhatNobodyCameToAskFor() {
        given(ASKED, paid("R-1", 1, 2, 1000, "T-2"), PAID, REGISTERED)
                .when(NOTIFIED)
                .then("refund.completed.v1", "refund.reversal-started.v1");
    }
}
