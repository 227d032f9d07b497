package io.refundtool.refund.streams;

import io.refundtool.events.Event;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.refund.domain.OrderState;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Loads what an event needs of an order's refunds, and writes what it changed. The processor alone holds one. */
final class OrderRefunds {

    /**
     * What an event needs to be decided.
     *
     * @param refund the one that the event names, if it is known
     */
    record Needed(OrderState order, Optional<WatchedRefund> refund) {}

    private final KeyValueStore<Bytes, WatchedRefund> refunds;
    private final OrderRefundsView view;

    OrderRefunds(KeyValueStore<Bytes, WatchedRefund> refunds) {
        this.refunds = refunds;
        this.view = new OrderRefundsView(refunds);
    }

    /** A request competes with all refunds of its order; any other event looks at its own refund only. */
    Needed neededBy(Event event) {
        List<WatchedRefund> needed = event instanceof RefundRequested
                ? view.allWatched(event.orderId())
                : view.watched(event.orderId(), event.refundId()).stream().toList();
        return new Needed(
                OrderState.of(needed.stream().map(WatchedRefund::refund).toList()),
                needed.stream()
                        .filter(watched -> watched.refund().refundId().equals(event.refundId()))
                        .findFirst());
    }

    Optional<WatchedRefund> watched(String orderId, String refundId) {
        return view.watched(orderId, refundId);
    }

    List<WatchedRefund> all(String orderId) {
        return view.allWatched(orderId);
    }

    void remove(WatchedRefund watched) {
        refunds.delete(OrderKey.refund(
                watched.refund().asked().orderId(), watched.refund().refundId()));
    }

    void put(WatchedRefund watched) {
        String orderId = watched.refund().asked().orderId();
        refunds.put(OrderKey.refund(orderId, watched.refund().refundId()), watched);
    }
}
