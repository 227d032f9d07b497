package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.refund.Rejected;
import org.junit.jupiter.api.Test;

/** Requests against what the order holds. */
class RequestTest {
    @Test
    void shouldRejectAnAmountOfZero() {
        rejects("NOTHING_TO_REFUND", given().when(requested("R-1", line("L1", 1, 0))));
    }

    @Test
    void shouldRejectANegativeLineWithinAPositiveSum() {
        rejects("NOTHING_TO_REFUND", given().when(requested("R-1", line("L1", 1, 900), line("L2", 1, -1))));
    }

    @Test
    void shouldRejectMoreThanWasOrdered() {
        rejects("QUANTITY_EXCEEDED", given().when(requested("R-1", line("L1", 4, 100))));
    }

    @Test
    void shouldAddUpEntriesThatNameTheSameLine() {
        rejects("QUANTITY_EXCEEDED", given().when(requested("R-1", line("L2", 1, 1), line("L2", 2, 1))));
    }

    @Test
    void shouldRejectALineThatTheOrderDoesNotHave() {
        rejects("QUANTITY_EXCEEDED", given().when(requested("R-1", line("L1", 1, 100), line("L9", 1, 100))));
    }

    @Test
    void shouldCountWhatAnotherRefundReserves() {
        rejects(
                "QUANTITY_EXCEEDED",
                given(requested("R-1", line("L2", 2, 1111))).when(requested("R-2", line("L2", 1, 1))));
    }

    @Test
    void shouldRejectMoreThanThePriceOfTheLines() {
        rejects("AMOUNT_EXCEEDED", given().when(requested("R-1", line("L1", 1, 1001))));
    }

    @Test
    void shouldRoundTheWorthOfALineHalfUp() {
        given().when(requested("R-1", line("L2", 1, 556))).then("refund.approved.v1");
        rejects("AMOUNT_EXCEEDED", given().when(requested("R-1", line("L2", 1, 557))));
    }

    @Test
    void shouldCheckQuantityBeforeAmount() {
        rejects("QUANTITY_EXCEEDED", given().when(requested("R-1", line("L1", 9, 99999))));
    }

    @Test
    void shouldReserveNothingForARejectedRequest() {
        given(requested("R-1", line("L1", 3, 3001)))
                .when(requested("R-2", line("L1", 3, 3000)))
                .then("refund.approved.v1");
    }

    @Test
    void shouldRejectMoreThanWasCaptured() {
        Event second = requested("R-2", line("L2", 1, 556));
        rejects(
                "AMOUNT_EXCEEDED",
                given(requested("R-1", line("L1", 3, 3000)), requested("R-3", line("L2", 1, 556)))
                        .when(second));
    }

    private static void rejects(String code, Scenario scenario) {
        scenario.then("refund.rejected.v1");
        assertThat(((Rejected) scenario.emitted().getFirst()).code().wire()).isEqualTo(code);
    }

    @Test
    void shouldIgnoreTheSameRequestUnderAnotherEventId() {
        given(ASKED).when(ASKED).thenIgnored("requested before");
    }

    @Test
    void shouldRefuseAnotherRequestUnderTheSameRefundId() {
        given(ASKED).when(requested("R-1", line("L1", 2, 2000))).thenRefused(Rejection.Code.CONFLICTING_REQUEST);
    }

    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
}
