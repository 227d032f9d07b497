package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.CARD;
import static io.refundtool.refund.domain.RefundEvents.clarified;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.ReversalStarted;
import org.junit.jupiter.api.Test;

/** Payouts that Payment declines. */
class DeclinedPayoutTest {
    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");

    private static final Event WITH_ALTERNATIVE = requested("R-1", CARD, line("L1", 1, 1000));

    @Test
    void shouldTryTheAlternativeUnderANewKey() {
        Scenario scenario = given(WITH_ALTERNATIVE).when(declined("R-1", 1, 1)).then("refund.approved.v1");
        PayoutPart part =
                ((Approved) scenario.emitted().getFirst()).refund().parts().getFirst();
        assertThat(part.payout()).isEqualTo(CARD);
        assertThat(part.idempotencyKey()).isEqualTo("O-1/R-1/1/2");
    }

    @Test
    void shouldAskBobWhenTheAlternativeIsDeclinedToo() {
        given(WITH_ALTERNATIVE, declined("R-1", 1, 1))
                .when(declined("R-1", 1, 2))
                .then("refund.clarification-needed.v1");
    }

    @Test
    void shouldAskBobWhenThereIsNoAlternative() {
        given(ASKED).when(declined("R-1", 1, 1)).then("refund.clarification-needed.v1");
    }

    @Test
    void shouldPayToWhereBobClarified() {
        Scenario scenario =
                given(ASKED, declined("R-1", 1, 1)).when(clarified("R-1")).then("refund.approved.v1");
        assertThat(scenario.emitted().getFirst().refund().parts().getFirst().payout())
                .isEqualTo(CARD);
    }

    @Test
    void shouldIgnoreTheAnswerToAnEarlierPayout() {
        given(WITH_ALTERNATIVE, declined("R-1", 1, 1))
                .when(declined("R-1", 1, 1))
                .thenIgnored("payout that is under way");
    }

    @Test
    void shouldTakeAPayoutThatIsPaidAfterAllForThePayment() {
        given(WITH_ALTERNATIVE, declined("R-1", 1, 1)).when(PAID).then("refund.money-refunded.v1");
    }

    @Test
    void shouldTakeBackTheAlternativeWhenBothWerePaid() {
        Scenario scenario = given(WITH_ALTERNATIVE, declined("R-1", 1, 1), PAID)
                .when(paid("R-1", 1, 2, 1000, "T-2"))
                .then("refund.reversal-started.v1")
                .leaves("R-1", RefundStatus.MONEY_REFUNDED);
        assertThat(scenario.told(ReversalStarted.class).transactions())
                .containsExactly(new PaidTransaction(1, "T-2", 1000));
    }

    @Test
    void shouldGoOnWhenADeclinedPayoutIsPaidWhileBobIsAsked() {
        given(ASKED, declined("R-1", 1, 1)).when(PAID).then("refund.money-refunded.v1");
    }

    @Test
    void shouldUseAClarificationThatCameBeforeTheDecline() {
        given(ASKED, clarified("R-1"))
                .when(declined("R-1", 1, 1))
                .then("refund.clarification-needed.v1", "refund.approved.v1");
    }

    @Test
    void shouldUseAnAnswerThatCameBeforeTheClarification() {
        given(ASKED, declined("R-1", 1, 1), paid("R-1", 1, 2, 1000, "T-2"))
                .when(clarified("R-1"))
                .then("refund.approved.v1", "refund.money-refunded.v1");
    }

    @Test
    void shouldKeepADeclineThatCameBeforeItsTry() {
        given(ASKED, declined("R-1", 1, 1), declined("R-1", 1, 2))
                .when(clarified("R-1"))
                .then("refund.approved.v1", "refund.clarification-needed.v1");
    }
}
