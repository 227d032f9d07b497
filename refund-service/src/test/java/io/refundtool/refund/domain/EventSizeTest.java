package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.arrives;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.EventCodec;
import io.refundtool.events.Topic;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the gateway accepts never becomes an event that is too large for its topic. */
class EventSizeTest {

    /** The gateway's limit of an event, and what headers may add. */
    private static final int GATEWAY_LIMIT_BYTES = 999_000;

    private static final int HEADERS_BYTES = 4_096;

    @Test
    void shouldStaySmallWhenEveryEntryNamesTheSameLine() {
        RefundRequested request = LargeRequests.request("R-1", 1, 1000);
        assertThat(EventCodec.write(request).length).isLessThan(GATEWAY_LIMIT_BYTES);

        assertAllFit(request);
    }

    @Test
    void shouldFitWhenTheRequestIsAsLargeAsTheGatewayLets() {
        RefundRequested request = LargeRequests.asLargeAsTheGatewayLets("R-1");
        assertThat(EventCodec.write(request).length).isBetween(GATEWAY_LIMIT_BYTES - 10_000, GATEWAY_LIMIT_BYTES);

        assertAllFit(request);
    }

    private static void assertAllFit(RefundRequested request) {
        long amount = OrderLedger.total(request.lines());
        OrderState state = OrderState.EMPTY;
        for (Event event : List.of(
                request,
                paid("R-1", 1, 1, amount, "T-1"),
                registered(amount),
                notified("R-1", RefundStatus.FISCALIZED))) {
            Decision.Accepted accepted = (Decision.Accepted) RefundDecider.decide(state, arrives("e", event));
            state = state.with(accepted.next());
            assertThat(accepted.emitted()).hasSize(1);
            assertThat(EventCodec.write(accepted.emitted().getFirst().event()).length)
                    .isLessThan(Topic.REFUND_UPDATE_V1.maxMessageBytes() - HEADERS_BYTES);
        }
    }

    private static ReceiptRegistered registered(long amountMinor) {
        List<Receipt> receipts = IntStream.range(0, 200)
                .mapToObj(i -> new Receipt(
                        "x".repeat(128),
                        ReceiptKind.REFUND,
                        i == 0 ? amountMinor : 0,
                        1,
                        2,
                        3,
                        "9999",
                        NOON,
                        LargeRequests.WIDEST_TEXT))
                .toList();
        return new ReceiptRegistered(
                ORDER, "R-1", Country.RU, movement("R-1"), CurrencyCode.RUB, amountMinor, receipts);
    }
}
