package io.refundtool.refund.domain.promises;

import static io.refundtool.refund.domain.RefundEvents.CARD;
import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.arrives;
import static io.refundtool.refund.domain.RefundEvents.clarified;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.RefundEvents.reversalDeclined;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.refund.domain.RefundDecider;
import io.refundtool.refund.domain.RefundEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories at the limits of what is kept, which chance does not find: one event may then move a refund many times. */
class ManyTurnsTest {

    private static final RefundRequested REQUEST = requested("R-1", CARD, line("L1", 1, 1000));

    private static final int MAX_CLARIFICATIONS = 10;

    @Test
    void shouldApplyAsManyEarlyAnswersAsAreKept() {
        // given
        List<Event> events = new ArrayList<>();
        events.add(paid("R-1", 1, 1, 1000, "T-0"));
        events.add(paid("R-1", 1, 1, 1000, "T-1"));
        events.add(reversalDeclined("R-1", 1, "T-1"));
        for (int i = events.size(); i < RefundDecider.MAX_EARLY_EVENTS; i++) {
            events.add(paid("R-1", 1, 1, 1000, "T-" + i));
        }
        events.add(REQUEST);

        // when
        Fold fold = Fold.of(new Journal(), arrived(events));

        // then
        assertThat(fold.refund("R-1").orElseThrow().status()).isEqualTo(RefundStatus.ON_HOLD);
    }

    @Test
    void shouldUseAsManyClarificationsAsAreKept() {
        // given
        List<Event> events = new ArrayList<>();
        events.add(REQUEST);
        for (int i = 0; i < MAX_CLARIFICATIONS; i++) {
            events.add(clarified("R-1"));
            events.add(declined("R-1", 1, i + 2));
        }
        events.add(declined("R-1", 1, MAX_CLARIFICATIONS + 2));
        events.add(declined("R-1", 1, 1));

        // when
        Fold fold = Fold.of(new Journal(), arrived(events));

        // then
        assertThat(fold.refund("R-1").orElseThrow().status()).isEqualTo(RefundStatus.AWAITING_CLARIFICATION);
    }

    private static List<RefundEvent> arrived(List<Event> events) {
        List<RefundEvent> arrived = new ArrayList<>();
        events.forEach(event -> arrived.add(arrives(ORDER + arrived.size(), event)));
        return arrived;
    }
}
