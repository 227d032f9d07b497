package io.refundtool.refund.streams;

import static io.refundtool.refund.domain.RefundEvents.CARD;
import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.arrives;
import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.movementBack;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.RefundEvents.returned;
import static io.refundtool.refund.domain.RefundEvents.reversed;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundDecider;
import io.refundtool.refund.domain.Wait;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of a refund is read as it was written. */
class RefundSerdeTest {

    private static final Event ASKED = requested("R-1", CARD, line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");
    private static final Event REGISTERED = registered("R-1", movement("R-1"), 400, 600);
    private static final Event REVERSED = reversed("R-1", 1, 1000, "T-1");
    private static final Event COMPENSATED = registered("R-1", movementBack("R-1"), 1000);
    private static final Event NOTIFIED = notified("R-1", RefundStatus.FISCALIZED);

    static Stream<List<Event>> histories() {
        return Stream.of(
                List.of(requested("R-1", line("L1", 9, 1000))),
                List.of(ASKED),
                List.of(ASKED, cancelled("R-1")),
                List.of(ASKED, declined("R-1", 1, 1)),
                List.of(ASKED, declined("R-1", 1, 1), declined("R-1", 1, 2)),
                List.of(ASKED, declined("R-1", 1, 1), declined("R-1", 1, 2), cancelled("R-1")),
                List.of(ASKED, paid("R-1", 1, 1, 999, "T-1")),
                List.of(ASKED, cancelled("R-1"), PAID),
                List.of(ASKED, PAID, REGISTERED, cancelled("R-1"), REVERSED),
                List.of(ASKED, PAID, REGISTERED, cancelled("R-1"), REVERSED, COMPENSATED),
                List.of(ASKED, PAID),
                List.of(ASKED, PAID, REGISTERED),
                List.of(ASKED, PAID, REGISTERED, NOTIFIED),
                List.of(ASKED, PAID, REGISTERED, NOTIFIED, returned("R-1", 1, 1000, "T-1")));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void shouldReadWhatItWrote(List<Event> history) {
        WatchedRefund refund = WatchedRefund.unwatched(after(history));
        try (Serde<WatchedRefund> serde = RefundSerde.create()) {
            byte[] bytes = serde.serializer().serialize("topic", refund);
            assertThat(serde.deserializer().deserialize("topic", bytes)).isEqualTo(refund);
        }
    }

    @Test
    void shouldBeTriedWithEveryState() {
        Set<RefundStatus> tried = EnumSet.noneOf(RefundStatus.class);
        histories().map(RefundSerdeTest::after).map(Refund::status).forEach(tried::add);
        assertThat(tried).containsExactlyInAnyOrder(RefundStatus.values());
    }

    @Test
    void shouldReadWhenWaitsAreDueAsItWasWritten() {
        Due due = new Due(new Wait(Awaited.PAYMENT, 1, 2), NOON, true, "00-trace-span-01");
        Due untraced = new Due(new Wait(Awaited.REVERSAL, 2, 1), NOON, false, null);
        WatchedRefund watched = new WatchedRefund(after(List.of(ASKED)), List.of(due, untraced), NOON);
        try (Serde<WatchedRefund> serde = RefundSerde.create()) {
            byte[] bytes = serde.serializer().serialize("topic", watched);
            assertThat(serde.deserializer().deserialize("topic", bytes)).isEqualTo(watched);
        }
    }

    private static Refund after(List<Event> history) {
        OrderState order = OrderState.EMPTY;
        for (Event event : history) {
            if (RefundDecider.decide(order, arrives("e", event)) instanceof Decision.Accepted accepted) {
                order = order.with(accepted.next());
            }
        }
        return order.refund("R-1").orElseThrow();
    }
}
