package io.refundtool.refund.streams;

import io.refundtool.messaging.ContentDigest;
import io.refundtool.refund.domain.OrderState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * All that the stores hold of orders, read while the processor goes on writing: two reads may see the order before and
 * after an event.
 */
public final class StoredOrders {

    /** Opens a store by its name. */
    public interface Opening {
        <K, V> ReadOnlyKeyValueStore<K, V> open(String store);
    }

    private final ReadOnlyKeyValueStore<String, Long> counts;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> contentById;
    private final ReadOnlyKeyValueStore<Bytes, Long> early;
    private final OrderEventSequenceView sequence;
    private final OrderRefundsView refunds;

    public StoredOrders(Opening stores) {
        this.counts = stores.open(RefundTopology.ORDER_EVENT_COUNT);
        this.contentById = stores.open(RefundTopology.ORDER_EVENT_IDS);
        this.early = stores.open(RefundTopology.EARLY_EVENTS);
        this.sequence = new OrderEventSequenceView(stores.open(RefundTopology.ORDER_EVENT_SEQUENCE));
        this.refunds = new OrderRefundsView(stores.open(RefundTopology.REFUND_STATE));
    }

    /** How many events the order's sequence has; 0 for an order of which nobody told. */
    public long events(String orderId) {
        Long count = counts.get(orderId);
        return count == null ? 0 : count;
    }

    /**
     * A page of the orders of one partition, in the order of their keys.
     *
     * @param after the order before the first wanted; null from the start
     */
    public List<String> orderIds(@Nullable String after, int limit) {
        List<String> page = new ArrayList<>(limit);
        // The smallest key that is larger.
        String from = after == null ? null : after + '\0';
        try (KeyValueIterator<String, Long> range = counts.range(from, null)) {
            while (range.hasNext() && page.size() < limit) {
                page.add(range.next().key);
            }
        }
        return page;
    }

    /** A page of an order's sequence, see {@link OrderEventSequenceView#page}. */
    public List<SequenceEntry> sequence(String orderId, long after, int limit) {
        return sequence.page(orderId, after, limit);
    }

    public OrderState refunds(String orderId) {
        return refunds.all(orderId);
    }

    /** Whether the event would be known if it came again. */
    public boolean recognises(String orderId, SequenceEntry entry) {
        byte[] known = contentById.get(OrderKey.event(orderId, entry.source(), entry.eventId()));
        return known != null
                && Arrays.equals(
                        known,
                        ContentDigest.of(entry.envelope().type(), entry.data().getBytes(StandardCharsets.UTF_8)));
    }

    /** The numbers of those events of the order that wait for their refund's request, ascending. */
    public List<Long> waiting(String orderId) {
        List<Long> places = new ArrayList<>();
        try (KeyValueIterator<Bytes, Long> range = early.range(OrderKey.first(orderId), OrderKey.last(orderId))) {
            range.forEachRemaining(place -> places.add(place.value));
        }
        places.sort(null);
        return places;
    }
}
