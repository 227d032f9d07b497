package io.refundtool.refund.streams;

import io.refundtool.events.Event;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.RefundEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Answers that came before their refund was requested. They wait in the order's sequence as all its events do; the store
 * says where, so that a request need not look through all events of its order.
 */
final class EarlyEvents {

    private final KeyValueStore<Bytes, Long> places;
    private final OrderEventSequenceView sequence;

    EarlyEvents(KeyValueStore<Bytes, Long> places, OrderEventSequenceView sequence) {
        this.places = places;
        this.sequence = sequence;
    }

    /** The order with what came early for a refund that it does not have yet. */
    OrderState addTo(OrderState order, String orderId, String refundId) {
        OrderState complete = order;
        for (KeyValue<Bytes, Long> place : places(orderId, refundId)) {
            complete = complete.withEarly(
                    RefundEvent.of(sequence.at(orderId, place.value).envelope()));
        }
        return complete;
    }

    /** An answer waits at this place of its order's sequence. */
    void keep(Event event, long place) {
        places.put(OrderKey.early(event.orderId(), event.refundId(), place), place);
    }

    /** The refund was requested, and its early answers are part of it. */
    void taken(Event request) {
        places(request.orderId(), request.refundId()).forEach(place -> places.delete(place.key));
    }

    /** Whether answers wait for a refund of the order that was not requested yet. */
    boolean anyOf(String orderId) {
        try (KeyValueIterator<Bytes, Long> range = places.range(OrderKey.first(orderId), OrderKey.last(orderId))) {
            return range.hasNext();
        }
    }

    private List<KeyValue<Bytes, Long>> places(String orderId, String refundId) {
        List<KeyValue<Bytes, Long>> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, Long> range =
                places.range(OrderKey.early(orderId, refundId, 0), OrderKey.early(orderId, refundId, Long.MAX_VALUE))) {
            range.forEachRemaining(found::add);
        }
        return found;
    }
}
