package io.refundtool.refund.streams;

import io.refundtool.events.Envelope;
import io.refundtool.messaging.ContentDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Appends to an order's sequence, each event once. The processor alone holds one. */
final class OrderEventSequence {

    /** How an event relates to those stored before. */
    enum Seen {
        NEVER,
        SAME,
        /** The same id with another content: one of the two is wrong. */
        DIFFERENT
    }

    private final KeyValueStore<Bytes, SequenceEntry> entries;
    private final KeyValueStore<String, Long> counts;
    private final KeyValueStore<Bytes, byte[]> contentById;

    OrderEventSequence(
            KeyValueStore<Bytes, SequenceEntry> entries,
            KeyValueStore<String, Long> counts,
            KeyValueStore<Bytes, byte[]> contentById) {
        this.entries = entries;
        this.counts = counts;
        this.contentById = contentById;
    }

    Seen seen(Envelope<?> envelope, byte[] data) {
        byte[] known = contentById.get(idKey(envelope));
        if (known == null) {
            return Seen.NEVER;
        }
        return Arrays.equals(known, ContentDigest.of(envelope.type(), data)) ? Seen.SAME : Seen.DIFFERENT;
    }

    /** The number of the order's next event, counted from 1. */
    long next(String orderId) {
        Long count = counts.get(orderId);
        return count == null ? 1 : count + 1;
    }

    void append(Envelope<?> envelope, byte[] data, SequenceEntry entry) {
        String orderId = envelope.event().orderId();
        entries.put(OrderKey.sequence(orderId, entry.sequence()), entry);
        counts.put(orderId, entry.sequence());
        contentById.put(idKey(envelope), ContentDigest.of(envelope.type(), data));
    }

    /** The id of the last update that was announced of the order. */
    Optional<String> lastAnnounced(String orderId) {
        for (long number = next(orderId) - 1; number > 0; number--) {
            SequenceEntry entry = entries.get(OrderKey.sequence(orderId, number));
            if (entry != null && !entry.announced().isEmpty()) {
                return Optional.of(entry.announced().getLast());
            }
        }
        return Optional.empty();
    }

    /** Removes all events of the order, and that they were seen. */
    void forget(String orderId) {
        for (long number = next(orderId) - 1; number > 0; number--) {
            entries.delete(OrderKey.sequence(orderId, number));
        }
        List<Bytes> ids = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = contentById.range(OrderKey.first(orderId), OrderKey.last(orderId))) {
            all.forEachRemaining(seen -> ids.add(seen.key));
        }
        ids.forEach(contentById::delete);
        counts.delete(orderId);
    }

    private static Bytes idKey(Envelope<?> envelope) {
        return OrderKey.event(envelope.event().orderId(), envelope.source(), envelope.id());
    }
}
