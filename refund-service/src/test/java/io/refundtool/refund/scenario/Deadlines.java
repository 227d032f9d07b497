package io.refundtool.refund.scenario;

import io.refundtool.events.common.Awaited;
import io.refundtool.events.deadline.DeadlinePassed;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.RefundEvents;
import io.refundtool.refund.domain.Wait;
import io.refundtool.refund.domain.Waits;
import java.util.List;

/** Deadlines that pass where no clock runs: those of the waits that a refund really has. */
public final class Deadlines {

    /** What is waited for of a refund that nobody requested yet. */
    public static final List<Wait> NOT_REQUESTED = List.of(new Wait(Awaited.REQUEST, 1, 1));

    private Deadlines() {}

    /** How often something is announced before the waiting ends, as refund-service is configured at delivery. */
    public static int limit(Awaited awaited) {
        return switch (awaited) {
            case PAYMENT, REVERSAL -> 5;
            case RECEIPT -> 3;
            case REQUEST, CLARIFICATION, NOTIFICATION -> 1;
        };
    }

    /** What a refund waits for; one that nobody requested yet may be waited for. */
    public static List<Wait> waits(OrderState order, String refundId) {
        return order.refund(refundId).map(Waits::of).orElse(NOT_REQUESTED);
    }

    /**
     * The event of a deadline that passes now.
     *
     * @param waits what the refund waits for
     * @throws AssertionError when that is something else
     */
    public static DeadlinePassed passed(Scenario.Given given, List<Wait> waits, Awaited awaited, String refundId) {
        Wait wait = waits.stream()
                .filter(open -> open.awaited() == awaited)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "Expected %s to wait for %s, but it waits for %s".formatted(refundId, awaited.wire(), waits)));
        return new DeadlinePassed(
                given.orderId(),
                refundId,
                given.country(),
                awaited,
                wait.round(),
                wait.attempt(),
                limit(awaited),
                RefundEvents.NOON);
    }
}
