package io.refundtool.refund.streams;

import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.Refund;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the refunds of an order, one store entry each. */
public final class OrderRefundsView {

    private final ReadOnlyKeyValueStore<Bytes, WatchedRefund> refunds;

    public OrderRefundsView(ReadOnlyKeyValueStore<Bytes, WatchedRefund> refunds) {
        this.refunds = refunds;
    }

    public Optional<Refund> refund(String orderId, String refundId) {
        return watched(orderId, refundId).map(WatchedRefund::refund);
    }

    /** A refund, and when what it waits for is due. */
    public Optional<WatchedRefund> watched(String orderId, String refundId) {
        return Optional.ofNullable(refunds.get(OrderKey.refund(orderId, refundId)));
    }

    /** All refunds of an order, in the order of their ids. */
    public OrderState all(String orderId) {
        return OrderState.of(
                allWatched(orderId).stream().map(WatchedRefund::refund).toList());
    }

    /** As {@link #all}, and when what they wait for is due. */
    public List<WatchedRefund> allWatched(String orderId) {
        List<WatchedRefund> all = new ArrayList<>();
        try (KeyValueIterator<Bytes, WatchedRefund> range =
                refunds.range(OrderKey.first(orderId), OrderKey.last(orderId))) {
            range.forEachRemaining(entry -> all.add(entry.value));
        }
        return all;
    }
}
