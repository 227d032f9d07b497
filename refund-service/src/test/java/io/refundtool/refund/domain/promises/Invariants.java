package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.EventCodec;
import io.refundtool.events.InvalidEventException;
import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.domain.Emission;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.streams.StoredRefunds;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds after every event, whatever the history. */
final class Invariants {

    private final Set<String> ids = new HashSet<>();
    private final Announced announced = new Announced();

    /**
     * Looks at one decision.
     *
     * @param before the refund before it; null where there was none
     */
    void check(OrderState order, @Nullable Refund before, RefundEvent event, Decision decision) {
        switch (decision) {
            case Decision.Accepted accepted -> accepted(order, before, event, accepted);
            case Decision.Ignored(String reason) ->
                assertThat(reason).as("reason").isNotBlank();
            case Decision.Early(String reason) ->
                assertThat(reason).as("reason").isNotBlank();
            case Decision.Refused refused ->
                assertThat(refused.rejection().sentence()).as("sentence").isNotBlank();
        }
    }

    private void accepted(OrderState order, @Nullable Refund before, RefundEvent event, Decision.Accepted accepted) {
        Refund now = accepted.next();
        if (accepted.emitted().isEmpty()) {
            assertThat(accepted.note()).as("note of what announces nothing").isNotBlank();
        }
        for (Emission emission : accepted.emitted()) {
            assertThat(ids.add(emission.id())).as("id %s is new", emission.id()).isTrue();
            assertThat(readAgain(emission)).as("what readers get").isEqualTo(emission.event());
            announced.add(emission.event());
        }
        assertThat(StoredRefunds.read(StoredRefunds.written(now)))
                .as("what the store gives back")
                .isEqualTo(now);
        Consistency.check(now);
        Consistency.ofOrder(order.with(now));
        announced.check(now);
        if (before != null) {
            Steps.check(before, now, event, accepted.emitted());
        }
    }

    private static Object readAgain(Emission emission) {
        try {
            return EventCodec.readStrictly(emission.event().eventType(), EventCodec.write(emission.event()));
        } catch (InvalidEventException e) {
            throw new AssertionError("Expected readers to accept " + emission.event(), e);
        }
    }
}
