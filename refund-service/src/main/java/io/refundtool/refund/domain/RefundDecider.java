package io.refundtool.refund.domain;

import io.refundtool.events.bob.RefundRequested;
import io.refundtool.refund.domain.RefundEvent.FromBob;
import io.refundtool.refund.domain.RefundEvent.FromDeadline;
import io.refundtool.refund.domain.RefundEvent.FromFiscalization;
import io.refundtool.refund.domain.RefundEvent.FromNotifications;
import io.refundtool.refund.domain.RefundEvent.FromOperator;
import io.refundtool.refund.domain.RefundEvent.FromPayment;
import java.util.List;
import java.util.Optional;

/**
 * The state machine of refunds as one pure function: first the refund comes to know what the event says, then it is
 * looked at what follows. It is total: every state has a result for every event, and nothing throws. It does not
 * deduplicate: a caller hands each event over once. Only a request looks at the order's other refunds, so for any other
 * event the order may be given with the one refund that the event names, and its early events.
 */
public final class RefundDecider {

    /** Answers that may come before the refund they are for; more than that is told to a person. */
    public static final int MAX_EARLY_EVENTS = 20;

    private RefundDecider() {}

    public static Decision decide(OrderState order, RefundEvent event) {
        Optional<Refund> refund = order.refund(event.event().refundId());
        if (refund.isPresent()) {
            return applied(refund.get(), event);
        }
        return event instanceof FromBob(EventMeta meta, RefundRequested request)
                ? opened(order, meta, request)
                : unknown(order, event);
    }

    private static Decision opened(OrderState order, EventMeta meta, RefundRequested request) {
        Optional<Rejection> conflict = RequestRules.currencyConflict(order, request);
        if (conflict.isPresent()) {
            return new Decision.Refused(conflict.get());
        }
        var story = new Story(meta, null);
        story.turn(new Turn(RequestRules.open(order, request), List.of(new Telling.State())));
        for (RefundEvent early : order.early(request.refundId())) {
            story.know(RefundEvolution.step(story.refund(), early));
        }
        return story.told(null);
    }

    private static Decision applied(Refund refund, RefundEvent event) {
        Step step = RefundEvolution.step(refund, event);
        return switch (step) {
            case Step.Noted(var _, String note) -> know(refund, event, step).told(note);
            case Step.Turned _ -> know(refund, event, step).told(null);
            case Step.Ignored(String reason) -> new Decision.Ignored(reason);
            case Step.Refused(Rejection rejection) -> new Decision.Refused(rejection);
        };
    }

    private static Story know(Refund refund, RefundEvent event, Step step) {
        var story = new Story(event.meta(), refund);
        story.know(step);
        return story;
    }

    private static Decision unknown(OrderState order, RefundEvent event) {
        int kept = order.early(event.event().refundId()).size();
        String sentence = Reasons.sentence(
                "Expected refund %s of order %s to have been requested, but %s came for it",
                event.event().refundId(), event.event().orderId(), event.meta().type());
        return mayComeEarly(event) && kept < MAX_EARLY_EVENTS
                ? new Decision.Early(sentence)
                : new Decision.Refused(new Rejection(Rejection.Code.UNKNOWN_REFUND, sentence));
    }

    /** Answers come by other topics than the request; whoever else speaks of a refund can know it from its request only. */
    private static boolean mayComeEarly(RefundEvent event) {
        return switch (event) {
            case FromPayment _, FromFiscalization _, FromNotifications _ -> true;
            case FromBob _, FromOperator _, FromDeadline _ -> false;
        };
    }
}
