package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.CARD;
import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.overdue;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.RefundEvents.returned;
import static io.refundtool.refund.domain.RefundEvents.reversed;
import static io.refundtool.refund.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.Completed;
import io.refundtool.events.refund.MoneyRefunded;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.Rejected;
import io.refundtool.events.refund.ReversalStarted;
import org.junit.jupiter.api.Test;

/** Deadlines: asked again under the same keys, and in the end a person is told. */
class OverdueTest {
    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");
    private static final Event REGISTERED = registered("R-1", movement("R-1"), 1000);
    private static final Event NOTIFIED = notified("R-1", RefundStatus.FISCALIZED);

    @Test
    void shouldAnnounceAnApprovalAgainUnderTheSameKeys() {
        Scenario scenario = given(ASKED)
                .when(overdue("R-1", Awaited.PAYMENT, 1, 1))
                .then("refund.payment-overdue.v1", "refund.approved.v1");
        Approved again = scenario.told(Approved.class);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.refund().parts().getFirst().idempotencyKey()).isEqualTo("O-1/R-1/1/1");
    }

    @Test
    void shouldHoldWhenPaymentStaysSilentAndGoOnWithTheLateAnswer() {
        Scenario scenario = given(ASKED, overdue("R-1", Awaited.PAYMENT, 1, 1, 2))
                .when(overdue("R-1", Awaited.PAYMENT, 1, 2, 2))
                .then("refund.payment-overdue.v1", "refund.put-on-hold.v1");
        assertThat(scenario.told(PutOnHold.class).code()).isEqualTo(HoldCode.PAYMENT_SILENT);
        scenario.when(PAID).then("refund.money-refunded.v1");
    }

    @Test
    void shouldIgnoreADeadlineThatIsOver() {
        given(ASKED, PAID).when(overdue("R-1", Awaited.PAYMENT, 1, 1)).thenIgnored("waits for payment");
    }

    @Test
    void shouldIgnoreADeadlineOfAnEarlierPayout() {
        given(requested("R-1", CARD, line("L1", 1, 1000)), declined("R-1", 1, 1))
                .when(overdue("R-1", Awaited.PAYMENT, 1, 1))
                .thenIgnored("waits for payment");
    }

    @Test
    void shouldTellThatAReceiptIsOverdueAndAskAgain() {
        Scenario scenario = given(ASKED, PAID)
                .when(overdue("R-1", Awaited.RECEIPT, 2, 1))
                .then("refund.receipt-overdue.v1", "refund.money-refunded.v1");
        assertThat(scenario.told(MoneyRefunded.class).attempt()).isEqualTo(2);
    }

    @Test
    void shouldHoldWhenFiscalizationStaysSilent() {
        Scenario scenario = given(ASKED, PAID)
                .when(overdue("R-1", Awaited.RECEIPT, 2, 1, 1))
                .then("refund.receipt-overdue.v1", "refund.put-on-hold.v1");
        assertThat(scenario.told(PutOnHold.class).code()).isEqualTo(HoldCode.RECEIPT_SILENT);
        scenario.when(REGISTERED).then("refund.fiscalized.v1");
    }

    @Test
    void shouldCompleteAsNotNotifiedWhenNotificationsStaysSilent() {
        Scenario scenario = given(ASKED, PAID, REGISTERED)
                .when(overdue("R-1", Awaited.NOTIFICATION, 3, 1, 1))
                .then("refund.completed.v1");
        assertThat(scenario.told(Completed.class).refund().notification()).isEqualTo(NotificationResult.SILENT);
        scenario.when(NOTIFIED).thenIgnored("is completed");
    }

    @Test
    void shouldRejectWhatNobodyClarifies() {
        Scenario scenario = given(ASKED, declined("R-1", 1, 1))
                .when(overdue("R-1", Awaited.CLARIFICATION, 2, 1, 1))
                .then("refund.rejected.v1");
        assertThat(scenario.told(Rejected.class).code()).isEqualTo(RejectionCode.NOT_CLARIFIED);
    }

    @Test
    void shouldTakeThePaidPartBackOfWhatNobodyClarifies() {
        given(
                        requested("R-1", line("L1", 3, 3000), line("L2", 1, 500)),
                        paid("R-1", 1, 1, 3000, "T-1"),
                        declined("R-1", 2, 1))
                .when(overdue("R-1", Awaited.CLARIFICATION, 2, 1, 1))
                .then("refund.reversal-started.v1");
    }

    @Test
    void shouldAskForAReversalAgainAndHoldInTheEnd() {
        Scenario scenario = given(ASKED, cancelled("R-1"), PAID)
                .when(overdue("R-1", Awaited.REVERSAL, 2, 1, 2))
                .then("refund.payment-overdue.v1", "refund.reversal-started.v1");
        assertThat(scenario.told(ReversalStarted.class).attempt()).isEqualTo(2);
        scenario.when(overdue("R-1", Awaited.REVERSAL, 2, 2, 2))
                .then("refund.payment-overdue.v1", "refund.put-on-hold.v1");
        scenario.when(reversed("R-1", 1, 1000, "T-1")).then("refund.reversed.v1");
    }

    @Test
    void shouldWatchTheReceiptOfMoneyThatCameBackMeanwhile() {
        given(ASKED, PAID, returned("R-1", 1, 1000, "T-1"))
                .when(overdue("R-1", Awaited.RECEIPT, 2, 1))
                .then("refund.receipt-overdue.v1", "refund.money-refunded.v1")
                .leaves("R-1", RefundStatus.AWAITING_CLARIFICATION);
    }
}
