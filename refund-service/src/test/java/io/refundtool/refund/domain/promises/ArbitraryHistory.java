package io.refundtool.refund.domain.promises;

import static io.refundtool.refund.domain.RefundEvents.arrives;

import io.refundtool.events.Event;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A history of sensible and senseless events in any order. Half of them answer to where the refund stands, or few refunds
 * would get anywhere.
 */
final class ArbitraryHistory {

    /** On average; what is left out when a history shrinks. */
    private static final int EVENTS = 25;

    private static final int MAX_EVENTS = 120;

    private final Choices choices;
    private final Orders orders;
    private final Fold fold;
    private final AnyEvent any;
    private final NextEvent next;
    private final List<RefundEvent> delivered = new ArrayList<>();

    private ArbitraryHistory(Choices choices, Fold fold) {
        this.choices = choices;
        this.fold = fold;
        this.orders = choices.onceIn(2) ? Orders.competing(choices, _ -> {}) : Orders.apart(choices, _ -> {});
        this.any = new AnyEvent(choices, orders);
        this.next = new NextEvent(choices);
    }

    static List<RefundEvent> generated(Choices choices) {
        var history = new ArbitraryHistory(choices, Fold.unchecked(List.of()));
        while (history.delivered.size() < MAX_EVENTS && choices.together(history::goesOn)) {
            // Another event was delivered.
        }
        return history.delivered;
    }

    private boolean goesOn() {
        if (choices.below(EVENTS) == 0) {
            return false;
        }
        RefundEvent event = event();
        delivered.add(event);
        fold.happens(event);
        return true;
    }

    private RefundEvent event() {
        if (!delivered.isEmpty() && choices.onceIn(12)) {
            RefundEvent earlier = delivered.get(choices.below(delivered.size()));
            return choices.onceIn(2) ? arrives(id(), earlier.event()) : earlier;
        }
        String refundId = Orders.refundId(1 + choices.below(orders.requests().size()));
        return arrives(id(), fold.refund(refundId).map(this::about).orElseGet(() -> unknown(refundId)));
    }

    private Event unknown(String refundId) {
        return choices.onceIn(4) ? any.about(refundId) : request(refundId);
    }

    private Event about(Refund refund) {
        Optional<Event> sensible = choices.onceIn(3) ? Optional.empty() : next.of(refund);
        return sensible.orElseGet(() -> any.about(refund.refundId()));
    }

    private Event request(String refundId) {
        return orders.requests().stream()
                .filter(request -> request.refundId().equals(refundId))
                .findFirst()
                .orElseThrow();
    }

    private String id() {
        return "e" + (delivered.size() + 1);
    }
}
