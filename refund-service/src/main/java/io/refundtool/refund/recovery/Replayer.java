package io.refundtool.refund.recovery;

import io.refundtool.refund.streams.StoredOrders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Folds an order's stored events again and compares. The order may be written meanwhile: an event is in the stores one
 * after the other. So a difference counts only when it is seen again, with no event in between.
 */
final class Replayer {

    /** How often a difference must be seen: together with the pauses, longer than any write of one event takes. */
    private static final int LOOKS_AT_A_DIFFERENCE = 4;

    private static final int MAX_LOOKS = 12;

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final StoredOrders orders;

    Replayer(StoredOrders orders) {
        this.orders = orders;
    }

    /** Empty for an order of which nobody told, or that has left the stores. */
    Optional<OrderReplay> replay(String orderId) {
        Optional<OrderReplay> before = look(orderId);
        int sameDifference = 1;
        for (int looks = 1; looks < MAX_LOOKS; looks++) {
            if (before.isEmpty() || before.get().same() || sameDifference == LOOKS_AT_A_DIFFERENCE) {
                return before;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            Optional<OrderReplay> now = look(orderId);
            sameDifference = now.equals(before) && now.get().settled() ? sameDifference + 1 : 1;
            before = now;
        }
        return before.map(
                replay -> new OrderReplay(orderId, replay.events(), replay.refunds(), false, replay.differences()));
    }

    private Optional<OrderReplay> look(String orderId) {
        long events = orders.events(orderId);
        if (events == 0) {
            return Optional.empty();
        }
        OrderReplay replay = compared(orderId, events);
        long eventsAfter = orders.events(orderId);
        if (eventsAfter == 0) {
            return Optional.empty();
        }
        return Optional.of(new OrderReplay(
                orderId, replay.events(), replay.refunds(), eventsAfter == events, replay.differences()));
    }

    /** An order that cannot be read is one that differs: the others are looked at all the same. */
    private OrderReplay compared(String orderId, long events) {
        try {
            return new OrderComparison(orders, orderId, events).compare();
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            // Its message may quote what is stored.
            String found = unreadable.getClass().getSimpleName();
            return new OrderReplay(orderId, events, 0, true, List.of(new Difference("order", "to be readable", found)));
        }
    }
}
