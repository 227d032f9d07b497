package io.refundtool.refund.domain.promises;

import static io.refundtool.refund.domain.RefundEvents.overdue;

import io.refundtool.events.Event;
import io.refundtool.events.Topic;
import io.refundtool.events.common.Awaited;
import io.refundtool.refund.domain.Emission;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.domain.Wait;
import io.refundtool.refund.domain.Waits;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything around the state machine for one order: it answers what the machine really announces, and a scheduler says
 * whose next word is delivered. A deadline passes when nothing else is left to happen, or before, if it only announces
 * again.
 */
final class World {

    /** More than any world needs that comes to rest. */
    private static final int MAX_EVENTS = 600;

    private static final int ATTEMPTS = 3;

    private final Fold fold;
    private final Topics topics = new Topics();
    private final Set<String> passed = new HashSet<>();
    final Payment payment;
    final Fiscalization fiscalization;
    private final People people;

    World(Orders orders, Conduct conduct, Journal journal) {
        this.fold = new Fold(journal);
        this.payment = new Payment(conduct, topics::write);
        this.fiscalization = new Fiscalization(conduct, topics::write);
        this.people = new People(conduct, topics::write);
        orders.requests().forEach(topics::write);
        orders.requests().forEach(request -> people.unasked(request.refundId()));
    }

    /** Runs the world until nothing can happen any more. */
    Fold atRest(Scheduler scheduler) {
        for (int events = 0; events < MAX_EVENTS; events++) {
            List<Topic> ready = topics.ready();
            Optional<Event> deadline = ready.isEmpty() ? deadline(true) : early(scheduler);
            if (deadline.isPresent()) {
                topics.write(deadline.get());
            } else if (ready.isEmpty()) {
                return fold;
            } else {
                deliver(topics.next(ready.get(scheduler.next(ready.size()))), scheduler);
            }
        }
        throw new AssertionError("Expected the world to come to rest within %d events".formatted(MAX_EVENTS));
    }

    private void deliver(RefundEvent event, Scheduler scheduler) {
        for (Emission emission : fold.happens(event)) {
            payment.read(emission.event());
            fiscalization.read(emission.event());
            people.read(emission.event());
        }
        if (scheduler.again()) {
            fold.happens(event);
        }
    }

    private Optional<Event> early(Scheduler scheduler) {
        return scheduler.early() ? deadline(false) : Optional.empty();
    }

    /** The first deadline that did not pass yet. */
    private Optional<Event> deadline(boolean last) {
        return fold.order().all().stream()
                .flatMap(refund -> Waits.of(refund).stream().flatMap(wait -> deadline(refund, wait, last)))
                .findFirst();
    }

    private Stream<Event> deadline(Refund refund, Wait wait, boolean last) {
        int limit = wait.awaited() == Awaited.CLARIFICATION || wait.awaited() == Awaited.NOTIFICATION ? 1 : ATTEMPTS;
        boolean due = (last || wait.attempt() < limit) && passed.add(refund.refundId() + wait);
        return due
                ? Stream.of(overdue(refund.refundId(), wait.awaited(), wait.round(), wait.attempt(), limit))
                : Stream.empty();
    }
}
