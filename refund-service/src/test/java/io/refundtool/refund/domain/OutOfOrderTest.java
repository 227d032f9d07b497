package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.overdue;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.receiptFailed;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.Scenario.given;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.RefundStatus;
import org.junit.jupiter.api.Test;

/** Receipts, and answers that overtake what they answer. */
class OutOfOrderTest {
    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");
    private static final Event REGISTERED = registered("R-1", movement("R-1"), 1000);
    private static final Event NOTIFIED = notified("R-1", RefundStatus.FISCALIZED);

    @Test
    void shouldHoldOnReceiptsOfAnotherAmount() {
        given(ASKED, PAID).when(registered("R-1", movement("R-1"), 999)).then("refund.put-on-hold.v1");
    }

    @Test
    void shouldIgnoreAReceiptOfAnotherMovement() {
        given(ASKED, PAID).when(registered("R-1", "other", 1000)).thenIgnored("movement");
    }

    @Test
    void shouldIgnoreASecondRegistration() {
        given(ASKED, PAID, REGISTERED).when(REGISTERED).thenIgnored("no receipt yet");
    }

    @Test
    void shouldHoldOnAFailedReceiptAndGoOnWithALateOne() {
        given(ASKED, PAID, receiptFailed("R-1", movement("R-1")))
                .when(REGISTERED)
                .then("refund.fiscalized.v1");
    }

    @Test
    void shouldUseAReceiptThatCameBeforeTheMoney() {
        given(ASKED, REGISTERED).when(PAID).then("refund.money-refunded.v1", "refund.fiscalized.v1");
    }

    @Test
    void shouldUseANotificationThatCameBeforeTheReceipt() {
        given(ASKED, PAID, NOTIFIED).when(REGISTERED).then("refund.fiscalized.v1", "refund.completed.v1");
    }

    @Test
    void shouldKeepAnswersUntilTheRefundIsRequested() {
        given().when(PAID)
                .thenKeptEarly()
                .when(REGISTERED)
                .thenKeptEarly()
                .when(ASKED)
                .then("refund.approved.v1", "refund.money-refunded.v1", "refund.fiscalized.v1");
    }

    @Test
    void shouldRefuseWhatOnlyAKnownRefundCanGet() {
        given().when(cancelled("R-1")).thenRefused(Rejection.Code.UNKNOWN_REFUND);
        given().when(overdue("R-1", Awaited.REQUEST, 1, 1)).thenRefused(Rejection.Code.UNKNOWN_REFUND);
    }

    @Test
    void shouldRefuseMoreEarlyAnswersThanItKeeps() {
        Event[] early = new Event[RefundDecider.MAX_EARLY_EVENTS];
        java.util.Arrays.fill(early, PAID);
        given(early).when(PAID).thenRefused(Rejection.Code.UNKNOWN_REFUND);
    }
}
