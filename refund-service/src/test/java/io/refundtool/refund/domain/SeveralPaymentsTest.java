package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.CARD;
import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.clarified;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.common.RefundStatus;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** A refund over two captured payments. */
class SeveralPaymentsTest {
    private static final Event BIG = requested("R-1", line("L1", 3, 3000), line("L2", 1, 500));

    @Test
    void shouldAllocateToThePaymentsInTheirOrder() {
        Scenario scenario = given().when(BIG);
        assertThat(scenario.emitted().getFirst().refund().parts())
                .extracting(PayoutPart::paymentId, PayoutPart::amountMinor)
                .containsExactly(Tuple.tuple("P-1", 3000L), Tuple.tuple("P-2", 500L));
    }

    @Test
    void shouldWaitForTheAnswerToEveryPart() {
        given(BIG).when(paid("R-1", 1, 1, 3000, "T-1")).thenNoted("every part");
    }

    @Test
    void shouldGoOnWhenEveryPartIsPaid() {
        given(BIG, paid("R-1", 2, 1, 500, "T-2"))
                .when(paid("R-1", 1, 1, 3000, "T-1"))
                .then("refund.money-refunded.v1");
    }

    @Test
    void shouldTryOnlyTheDeclinedPartElsewhere() {
        Event asked = requested("R-1", CARD, line("L1", 3, 3000), line("L2", 1, 500));
        Scenario scenario = given(asked, paid("R-1", 1, 1, 3000, "T-1"))
                .when(declined("R-1", 2, 1))
                .then("refund.approved.v1");
        assertThat(scenario.emitted().getFirst().refund().parts())
                .extracting(PayoutPart::result)
                .containsExactly(PartResult.REFUNDED, PartResult.PENDING);
    }

    @Test
    void shouldTakeBackThePaidPartOfACancelledRefund() {
        given(BIG, cancelled("R-1"), declined("R-1", 2, 1))
                .when(paid("R-1", 1, 1, 3000, "T-1"))
                .then("refund.reversal-started.v1")
                .leaves("R-1", RefundStatus.REVERSING);
    }

    @Test
    void shouldAskBobWhereADeclinedPartGoesAndKeepThePaidOne() {
        Scenario scenario = given(BIG, paid("R-1", 1, 1, 3000, "T-1"), declined("R-1", 2, 1))
                .when(clarified("R-1"))
                .then("refund.approved.v1");
        assertThat(scenario.emitted().getFirst().refund().parts())
                .extracting(PayoutPart::result)
                .containsExactly(PartResult.REFUNDED, PartResult.PENDING);
    }

    @Test
    void shouldCompleteWhenTheDeclinedPartWasPaidElsewhere() {
        given(BIG, paid("R-1", 1, 1, 3000, "T-1"), declined("R-1", 2, 1), clarified("R-1"))
                .when(paid("R-1", 2, 2, 500, "T-2"))
                .then("refund.money-refunded.v1");
    }
}
