package io.refundtool.refund.streams;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the stored sequence of an order's events. */
public final class OrderEventSequenceView {

    private final ReadOnlyKeyValueStore<Bytes, SequenceEntry> entries;

    public OrderEventSequenceView(ReadOnlyKeyValueStore<Bytes, SequenceEntry> entries) {
        this.entries = entries;
    }

    /**
     * The event of that number.
     *
     * @throws IllegalStateException if there is none: whoever names a number has seen the event
     */
    SequenceEntry at(String orderId, long number) {
        SequenceEntry entry = entries.get(OrderKey.sequence(orderId, number));
        if (entry == null) {
            throw new IllegalStateException(
                    "Expected event %d of order %s to be in its sequence, but it is not".formatted(number, orderId));
        }
        return entry;
    }

    /**
     * A page of the sequence.
     *
     * @param after the sequence number before the first one wanted; 0 from the start
     * @param limit how many entries at most
     */
    public List<SequenceEntry> page(String orderId, long after, int limit) {
        List<SequenceEntry> page = new ArrayList<>();
        try (KeyValueIterator<Bytes, SequenceEntry> range =
                entries.range(OrderKey.sequence(orderId, after + 1), OrderKey.sequence(orderId, Long.MAX_VALUE))) {
            while (range.hasNext() && page.size() < limit) {
                page.add(range.next().value);
            }
        }
        return page;
    }
}
