package io.refundtool.refund.recovery;

import io.refundtool.events.Envelope;
import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.domain.OrderFold;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundEvent;
import io.refundtool.refund.streams.RefundSerde;
import io.refundtool.refund.streams.SequenceEntry;
import io.refundtool.refund.streams.StoredOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One look at an order: its stored events are folded, and what follows is compared with what is stored. */
final class OrderComparison {

    /** How many entries of a sequence are in memory at once; an entry has up to 2 MiB. */
    private static final int PAGE = 50;

    private final StoredOrders orders;
    private final String orderId;
    private final long events;
    private final OrderFold fold = new OrderFold();
    private final Map<String, List<Long>> waiting = new TreeMap<>();
    private final Differences differences = new Differences();
    private long next = 1;

    /** @param events how many events the sequence is said to have; what came later is not looked at */
    OrderComparison(StoredOrders orders, String orderId, long events) {
        this.orders = orders;
        this.orderId = orderId;
        this.events = events;
    }

    OrderReplay compare() {
        if (foldAll()) {
            compareRefunds();
            differences.compare(
                    "events that wait for their refund's request",
                    waiting.values().stream().flatMap(List::stream).sorted().toList(),
                    orders.waiting(orderId));
        }
        return new OrderReplay(orderId, next - 1, fold.order().refunds().size(), true, differences.all());
    }

    /** Whether the sequence is whole. */
    private boolean foldAll() {
        while (next <= events) {
            List<SequenceEntry> page = orders.sequence(orderId, next - 1, (int) Math.min(PAGE, events - next + 1));
            if (page.isEmpty()) {
                differences.add("event " + next, "an entry in the sequence", Difference.NOTHING);
                return false;
            }
            for (SequenceEntry entry : page) {
                if (!isNext(entry)) {
                    return false;
                }
                decide(entry);
            }
        }
        return true;
    }

    private boolean isNext(SequenceEntry entry) {
        if (entry.sequence() == next) {
            next++;
            return true;
        }
        differences.add("event " + next, "an entry in the sequence", "event " + entry.sequence());
        return false;
    }

    private void decide(SequenceEntry entry) {
        Envelope<?> envelope = entry.envelope();
        Decision decision = fold.next(RefundEvent.of(envelope));
        SequenceEntry again = entry.decided(decision);
        String where = "event %d (%s %s): ".formatted(entry.sequence(), entry.eventType(), entry.eventId());
        differences.compare(where + "outcome", again.outcome(), entry.outcome());
        differences.compare(where + "reason", String.valueOf(again.reason()), String.valueOf(entry.reason()));
        differences.compare(where + "announced", again.announced(), entry.announced());
        if (!orders.recognises(orderId, entry)) {
            differences.add(where + "digest", "to be known if it came again", "unknown, or another content");
        }
        String refundId = envelope.event().refundId();
        if (decision instanceof Decision.Early) {
            waiting.computeIfAbsent(refundId, _ -> new ArrayList<>()).add(entry.sequence());
        } else if (decision instanceof Decision.Accepted) {
            waiting.remove(refundId);
        }
    }

    private void compareRefunds() {
        Map<String, Refund> expected = fold.order().refunds();
        Map<String, Refund> found = orders.refunds(orderId).refunds();
        Set<String> refundIds = new TreeSet<>(expected.keySet());
        refundIds.addAll(found.keySet());
        refundIds.forEach(refundId -> compare(
                "refund " + refundId,
                Optional.ofNullable(expected.get(refundId)),
                Optional.ofNullable(found.get(refundId))));
    }

    private void compare(String where, Optional<Refund> expected, Optional<Refund> found) {
        if (expected.isPresent() && found.isPresent()) {
            differences.compareJson(where, RefundSerde.written(expected.get()), RefundSerde.written(found.get()));
        } else {
            differences.add(where, status(expected), status(found));
        }
    }

    private static String status(Optional<Refund> refund) {
        return refund.map(known -> known.status().wire()).orElse(Difference.NOTHING);
    }
}
