package io.refundtool.sandbox.bob;

import io.refundtool.sandbox.faults.FaultKind;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.topic.RefundKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How BOB and its customers behave, by plan. */
final class BobConduct {

    private static final Duration MAX_UNTIL_CANCELLATION = Duration.ofSeconds(8);
    private static final Duration MAX_UNTIL_DUPLICATE = Duration.ofSeconds(3);
    private static final Duration MIN_SLOWNESS = Duration.ofSeconds(1);
    private static final Duration MAX_SLOWNESS = Duration.ofSeconds(8);

    private final FaultPlan plan;

    BobConduct(FaultPlan plan) {
        this.plan = plan;
    }

    /** What BOB does when it has to ask the customer where the money shall go. */
    enum Clarification {
        CLARIFIES,
        CLARIFIES_LATE,
        CANCELS,
        SAYS_NOTHING
    }

    /** How long after the request it is cancelled. */
    Optional<Duration> cancellation(RefundKey refund) {
        return plan.happens(FaultKind.BOB_CANCELLATION, refund.orderId(), refund.refundId())
                ? Optional.of(plan.wait(
                        FaultKind.BOB_CANCELLATION,
                        Duration.ZERO,
                        MAX_UNTIL_CANCELLATION,
                        refund.orderId(),
                        refund.refundId()))
                : Optional.empty();
    }

    /** How long after the request it is announced again. */
    Optional<Duration> duplicate(RefundKey refund) {
        return plan.happens(FaultKind.BOB_DUPLICATE, refund.orderId(), refund.refundId())
                ? Optional.of(plan.wait(
                        FaultKind.BOB_DUPLICATE,
                        Duration.ZERO,
                        MAX_UNTIL_DUPLICATE,
                        refund.orderId(),
                        refund.refundId()))
                : Optional.empty();
    }

    boolean duplicateHasSameId(RefundKey refund) {
        return plan.choose(FaultKind.BOB_DUPLICATE, List.of(true, false), refund.orderId(), refund.refundId());
    }

    /**
     * What it does when it is asked.
     *
     * @param time how often it was asked of this refund, this time included
     */
    Clarification clarification(RefundKey refund, int time) {
        return plan.happens(FaultKind.BOB_CLARIFICATION, refund.orderId(), refund.refundId(), time)
                ? plan.choose(
                        FaultKind.BOB_CLARIFICATION,
                        List.of(Clarification.CLARIFIES_LATE, Clarification.CANCELS, Clarification.SAYS_NOTHING),
                        refund.orderId(),
                        refund.refundId(),
                        time)
                : Clarification.CLARIFIES;
    }

    Duration lateness(RefundKey refund, int time) {
        return plan.wait(
                FaultKind.BOB_CLARIFICATION, MIN_SLOWNESS, MAX_SLOWNESS, refund.orderId(), refund.refundId(), time);
    }
}
