package io.refundtool.refund.domain.promises;

import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.domain.Emission;
import io.refundtool.refund.domain.OrderFold;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One order's events through the decider as the processor does it, with every invariant looked at after every event. */
final class Fold {

    /** A stored event. */
    record Entry(RefundEvent event, Decision decision) {}

    private final @Nullable Journal journal;
    private final Set<String> seen = new HashSet<>();
    private final List<Entry> sequence = new ArrayList<>();
    private final List<Emission> emitted = new ArrayList<>();
    private final Invariants invariants = new Invariants();
    private final OrderFold fold = new OrderFold();

    /** @param journal where to write what happens; null where nobody looks at it, nor at the invariants */
    Fold(@Nullable Journal journal) {
        this.journal = journal;
        if (journal != null) {
            journal.begin();
        }
    }

    /** A fold that is not counted as a history, and whose invariants are not looked at. */
    static Fold unchecked(List<RefundEvent> events) {
        var fold = new Fold(null);
        events.forEach(fold::happens);
        return fold;
    }

    static Fold of(Journal journal, List<RefundEvent> events) {
        var fold = new Fold(journal);
        events.forEach(fold::happens);
        return fold;
    }

    /** What the event brings about; nothing where it came before. */
    List<Emission> happens(RefundEvent event) {
        if (journal != null) {
            journal.add(event);
        }
        if (!seen.add(event.meta().id())) {
            return List.of();
        }
        OrderState before = fold.order();
        Decision decision = fold.next(event);
        sequence.add(new Entry(event, decision));
        if (journal != null) {
            @Nullable Refund refund = before.refund(event.event().refundId()).orElse(null);
            invariants.check(before, refund, event, decision);
        }
        List<Emission> announced = decision instanceof Decision.Accepted accepted ? accepted.emitted() : List.of();
        emitted.addAll(announced);
        return announced;
    }

    OrderState order() {
        return fold.order();
    }

    Optional<Refund> refund(String refundId) {
        return fold.order().refund(refundId);
    }

    List<Entry> sequence() {
        return List.copyOf(sequence);
    }

    List<RefundEvent> events() {
        return sequence.stream().map(Entry::event).toList();
    }

    List<Emission> emitted() {
        return List.copyOf(emitted);
    }
}
