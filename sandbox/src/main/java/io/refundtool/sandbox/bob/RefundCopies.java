package io.refundtool.sandbox.bob;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.events.refund.Rejected;
import io.refundtool.sandbox.bob.RefundCopy.HeardEvent;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** BOB's own copies of all refunds, kept by events alone. */
public final class RefundCopies {

    /** Told of every event that changes a copy, in the refund's order; called on a reader's thread. */
    @FunctionalInterface
    public interface Listener {
        void heard(RefundKey refund, RefundCopy copy, Envelope<?> envelope);
    }

    private final Map<RefundKey, RefundCopy> copies = new ConcurrentHashMap<>();
    private final LongAdder heard = new LongAdder();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** From here on the listener is told too. */
    public void tell(Listener listener) {
        listeners.add(listener);
    }

    public Optional<RefundCopy> of(RefundKey refund) {
        return Optional.ofNullable(copies.get(refund));
    }

    /** How many events were heard: if it grows, something moves. */
    public long heardEvents() {
        return heard.sum();
    }

    /** How many refunds BOB knows. */
    public int size() {
        return copies.size();
    }

    void hear(Envelope<?> envelope) {
        if (envelope.event() instanceof RefundUpdate update) {
            heard.increment();
            RefundKey key = RefundKey.of(update);
            @Nullable RefundCopy before = copies.get(key);
            RefundCopy now = copies.compute(key, (refund, copy) -> next(copy, envelope, update));
            if (before == null || now.history().size() > before.history().size()) {
                listeners.forEach(listener -> listener.heard(key, now, envelope));
            }
        }
    }

    private static RefundCopy next(@Nullable RefundCopy copy, Envelope<?> envelope, RefundUpdate update) {
        RefundSnapshot refund = update.refund();
        HeardEvent event =
                new HeardEvent(envelope.id(), envelope.event().eventType().wireName(), refund.status());
        List<HeardEvent> history = copy == null ? new ArrayList<>() : new ArrayList<>(copy.history());
        boolean duplicate =
                history.stream().anyMatch(earlier -> earlier.eventId().equals(event.eventId()));
        if (copy != null && duplicate) {
            return copy;
        }
        if (history.size() >= RefundCopy.MAX_HISTORY) {
            throw new IllegalStateException("Expected at most " + RefundCopy.MAX_HISTORY + " events of a refund, but "
                    + RefundKey.of(update) + " has more");
        }
        history.add(event);
        RefundCopy next =
                new RefundCopy(refund.status(), code(copy, update), numbers(refund), List.copyOf(history), null);
        @Nullable Long ended = copy == null ? null : copy.endedAtNanos();
        return next.ended() ? next.endedAt(ended == null ? System.nanoTime() : ended) : next;
    }

    /** An event that leaves the status as it is says nothing of why it came to be. */
    private static @Nullable String code(@Nullable RefundCopy copy, RefundUpdate update) {
        if (update instanceof Rejected rejected) {
            return rejected.code().wire();
        }
        if (update instanceof PutOnHold hold) {
            return hold.code().wire();
        }
        return copy != null && copy.status() == update.refund().status() ? copy.code() : null;
    }

    private static List<String> numbers(RefundSnapshot refund) {
        return refund.receipts().stream()
                .map(Receipt::fiscalDocumentNumber)
                .map(number -> Long.toString(number))
                .toList();
    }
}
