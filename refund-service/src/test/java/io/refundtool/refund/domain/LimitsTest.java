package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.clarified;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.markedPaid;
import static io.refundtool.refund.domain.RefundEvents.overdue;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.paused;
import static io.refundtool.refund.domain.RefundEvents.rejected;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.RefundEvents.returned;
import static io.refundtool.refund.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.refundtool.events.Event;
import io.refundtool.events.bob.RefundCancellationRequested;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RefundedLine;
import io.refundtool.events.common.RejectionCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept, and asked, at most: exactly as much, and no more. */
class LimitsTest {

    private static final Event REQUEST = requested("R-1", line("L1", 1, 1000));

    @Test
    void shouldKeepAsManyTransactionsAsTheLimitAndRefuseTheNext() {
        given(paidTimes(RefundLedger.MAX_TRANSACTIONS - 1))
                .when(paid("R-1", 1, 1, 1000, "T-last"))
                .then("refund.reversal-started.v1")
                .when(paid("R-1", 1, 1, 1000, "T-more"))
                .thenRefused(Rejection.Code.TOO_MANY_TRANSACTIONS);
    }

    @Test
    void shouldKeepAsManyEarlyDeclinesAsTheLimit() {
        List<Event> events = new ArrayList<>(List.of(REQUEST));
        for (int tries = 2; tries < RefundLedger.MAX_DECLINES + 2; tries++) {
            events.add(declined("R-1", 1, tries));
        }

        given(events.toArray(Event[]::new)).when(declined("R-1", 1, 999)).thenIgnored("a payout that is under way");
    }

    @Test
    void shouldAddUpEntriesOfTheSameLine() {
        Refund refund = given().when(requested("R-1", line("L1", 1, 700), line("L1", 2, 900)))
                .then("refund.approved.v1")
                .refund("R-1");

        assertThat(refund.asked().lines()).singleElement().satisfies(LimitsTest::isThreePiecesOfSixteen);
    }

    @Test
    void shouldGrantALineForNothingBesideOthers() {
        given().when(requested("R-1", line("L1", 1, 1000), line("L2", 1, 0))).then("refund.approved.v1");
    }

    @Test
    void shouldSayWhatWasCaptured() {
        Refund refund = given(requested("R-1", line("L1", 3, 3000)))
                .when(requested("R-2", line("L2", 2, 1111)))
                .then("refund.approved.v1")
                .refund("R-2");
        assertThat(refund.asked().amountMinor()).isEqualTo(1111);

        Refund rejected = given(requested("R-1", line("L1", 1, 1000)))
                .when(requested("R-2", line("L1", 2, 2000), line("L2", 2, 1112)))
                .then("refund.rejected.v1")
                .refund("R-2");
        assertThat(rejected.state())
                .isInstanceOfSatisfying(
                        RefundState.Rejected.class,
                        state -> assertThat(state.code()).isEqualTo(RejectionCode.AMOUNT_EXCEEDED));
    }

    @Test
    void shouldKeepOtherRoundsWhenMoreMoneyIsAskedBack() {
        Refund refund = given(
                        REQUEST,
                        overdue("R-1", Awaited.PAYMENT, 1, 1),
                        paid("R-1", 1, 9, 1000, "early"),
                        paid("R-1", 2, 1, 1000, "T-2"))
                .refund("R-1");

        assertThat(Waits.of(refund)).contains(new Wait(Awaited.PAYMENT, 1, 2));
    }

    @Test
    void shouldBeginAnotherRoundWhenMoreMoneyIsAskedBack() {
        Refund refund = given(
                        REQUEST,
                        paid("R-1", 1, 1, 1000, "T-1"),
                        paid("R-1", 1, 1, 1000, "T-2"),
                        overdue("R-1", Awaited.REVERSAL, 3, 1),
                        paid("R-1", 1, 1, 1000, "T-3"))
                .refund("R-1");

        assertThat(Waits.of(refund)).contains(new Wait(Awaited.REVERSAL, 4, 1));
    }

    @Test
    void shouldFreeWhatARejectedRefundTook() {
        given(requested("R-1", line("L1", 3, 3000)), declined("R-1", 1, 1), rejected("R-1"))
                .when(requested("R-2", line("L1", 3, 3000)))
                .then("refund.approved.v1");
    }

    @Test
    void shouldKeepAsManyClarificationsAsTheLimit() {
        List<Event> events = new ArrayList<>(List.of(REQUEST));
        for (int i = 0; i < RefundLedger.MAX_CLARIFICATIONS; i++) {
            events.add(clarified("R-1"));
        }

        given(events.toArray(Event[]::new)).when(clarified("R-1")).thenIgnored("at most 10 clarifications");
    }

    @Test
    void shouldNotMarkAsPaidWhatNobodyWants() {
        given(REQUEST, cancelled("R-1"), declined("R-1", 1, 1))
                .when(markedPaid("R-1", "outside"))
                .thenIgnored("awaits clarification")
                .leaves("R-1", RefundStatus.CANCELLED);
    }

    @Test
    void shouldNotMarkAsPaidByATransactionWhoseMoneyCameBack() {
        given(REQUEST, paid("R-1", 1, 1, 1000, "T-1"), returned("R-1", 1, 1000, "T-1"))
                .when(markedPaid("R-1", "T-1"))
                .thenIgnored("a new transaction");
    }

    @Test
    void shouldMarkAsPaidOnlyThePartsThatAreNot() {
        Refund refund = given(
                        requested("R-1", line("L1", 3, 3000), line("L2", 1, 500)),
                        paid("R-1", 1, 1, 3000, "T-1"),
                        declined("R-1", 2, 1),
                        markedPaid("R-1", "outside"))
                .refund("R-1");

        assertThat(refund.ledger().transactions())
                .extracting(Transaction::part, Transaction::transactionId)
                .containsExactly(tuple(1, "T-1"), tuple(2, "outside"));
    }

    @Test
    void shouldKeepAnEarlyDeclineOnce() {
        given(REQUEST, declined("R-1", 1, 2)).when(declined("R-1", 1, 2)).thenIgnored("a payout that is under way");
    }

    @Test
    void shouldKeepTheGoodsOfARefundOnHold() {
        given(requested("R-1", line("L1", 3, 3000)), paused("R-1"))
                .when(requested("R-2", line("L1", 1, 1000)))
                .then("refund.rejected.v1");
    }

    @Test
    void shouldNameTheTransactionThatIsDisputed() {
        Refund refund = given(REQUEST, paid("R-1", 1, 9, 1000, "T-early"), paid("R-1", 1, 1, 999, "T-wrong"))
                .refund("R-1");

        assertThat(refund.state())
                .isInstanceOfSatisfying(
                        RefundState.OnHold.class,
                        hold -> assertThat(hold.reason())
                                .contains("T-wrong", "999")
                                .doesNotContain("T-early"));
    }

    @Test
    void shouldSayThatBobTookItBackThoughItDoesNotSayWhy() {
        Event silent = new RefundCancellationRequested(RefundEvents.ORDER, "R-1", Country.RU, RefundEvents.NOON, null);

        Refund refund = given(REQUEST, declined("R-1", 1, 1), silent).refund("R-1");

        assertThat(refund.state()).isEqualTo(new RefundState.Cancelled("BOB took the request back"));
    }

    private static void isThreePiecesOfSixteen(RefundedLine line) {
        assertThat(line.quantity()).isEqualTo(3);
        assertThat(line.amountMinor()).isEqualTo(1600);
        assertThat(line.name()).isEqualTo("Goods L1");
    }

    private static Event[] paidTimes(int times) {
        List<Event> events = new ArrayList<>(List.of(REQUEST));
        for (int i = 0; i < times; i++) {
            events.add(paid("R-1", 1, 1, 1000, "T-" + i));
        }
        return events.toArray(Event[]::new);
    }
}
