package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.notNotified;
import static io.refundtool.refund.domain.RefundEvents.notRequired;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.RefundStatus;
import org.junit.jupiter.api.Test;

/** From the request to the end when every system does its part. */
class HappyPathTest {
    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");
    private static final Event REGISTERED = registered("R-1", movement("R-1"), 1000);

    @Test
    void shouldApproveWhatTheOrderHolds() {
        given().when(ASKED).then("refund.approved.v1").leaves("R-1", RefundStatus.APPROVED);
    }

    @Test
    void shouldAskForAReceiptWhenTheMoneyWasRefunded() {
        given(ASKED).when(PAID).then("refund.money-refunded.v1").leaves("R-1", RefundStatus.MONEY_REFUNDED);
    }

    @Test
    void shouldBeFiscalizedByTheReceipts() {
        given(ASKED, PAID).when(registered("R-1", movement("R-1"), 400, 600)).then("refund.fiscalized.v1");
    }

    @Test
    void shouldBeFiscalizedWhereNoReceiptIsRequired() {
        given(ASKED, PAID).when(notRequired("R-1", movement("R-1"))).then("refund.fiscalized.v1");
    }

    @Test
    void shouldCompleteWhenTheCustomerWasTold() {
        given(ASKED, PAID, REGISTERED)
                .when(notified("R-1", RefundStatus.FISCALIZED))
                .then("refund.completed.v1");
    }

    @Test
    void shouldCompleteAsNotNotifiedWhenTheCustomerCannotBeTold() {
        Scenario scenario =
                given(ASKED, PAID, REGISTERED).when(notNotified("R-1")).then("refund.completed.v1");
        assertThat(scenario.emitted().getFirst().refund().notification()).isEqualTo(NotificationResult.FAILED);
    }

    @Test
    void shouldNotTakeAnotherNotificationForThatOfTheEnd() {
        given(ASKED, PAID, REGISTERED)
                .when(notified("R-1", RefundStatus.APPROVED))
                .thenIgnored("is fiscalized");
    }
}
