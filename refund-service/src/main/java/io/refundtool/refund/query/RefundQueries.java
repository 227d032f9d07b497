package io.refundtool.refund.query;

import io.refundtool.events.Topic;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.streams.OrderEventSequenceView;
import io.refundtool.refund.streams.OrderRefundsView;
import io.refundtool.refund.streams.RefundStreams;
import io.refundtool.refund.streams.RefundTopology;
import io.refundtool.refund.streams.SequenceEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads orders from this instance's state stores. */
public final class RefundQueries {

    /**
     * An order of which somebody told.
     *
     * @param events how many events its sequence has
     */
    public record Order(long events, Collection<Refund> refunds) {}

    /** How many entries of a sequence are in memory at once while it is searched. */
    private static final int SCAN_PAGE = 100;

    private final RefundStreams streams;

    public RefundQueries(RefundStreams streams) {
        this.streams = streams;
    }

    /**
     * All refunds of an order, and how many events its sequence has; empty for an order of which nobody told.
     *
     * @throws StoreUnavailableException while the stores are being opened or restored
     */
    public Optional<Order> order(String orderId) {
        return query(() -> {
            ReadOnlyKeyValueStore<String, Long> counts = store(RefundTopology.ORDER_EVENT_COUNT);
            return Optional.ofNullable(counts.get(orderId)).map(events -> new Order(events, refunds(orderId)));
        });
    }

    /**
     * One refund; empty for a refund that nobody requested.
     *
     * @throws StoreUnavailableException while the stores are being opened or restored
     */
    public Optional<Refund> refund(String orderId, String refundId) {
        return query(() -> new OrderRefundsView(store(RefundTopology.REFUND_STATE)).refund(orderId, refundId));
    }

    /**
     * A page of an order's event sequence, oldest first.
     *
     * @param after the sequence number before the first wanted
     * @throws StoreUnavailableException while the stores are being opened or restored
     */
    public List<SequenceEntry> events(String orderId, long after, int limit) {
        return query(() ->
                new OrderEventSequenceView(store(RefundTopology.ORDER_EVENT_SEQUENCE)).page(orderId, after, limit));
    }

    /**
     * A page of those events of an order's sequence that are wanted, oldest first.
     *
     * @param after the sequence number before the first wanted
     * @throws StoreUnavailableException while the stores are being opened or restored
     */
    public List<SequenceEntry> events(String orderId, long after, int limit, Predicate<SequenceEntry> wanted) {
        List<SequenceEntry> found = new ArrayList<>();
        List<SequenceEntry> page = events(orderId, after, SCAN_PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(wanted).limit(limit - found.size()).forEach(found::add);
            boolean more = page.size() == SCAN_PAGE && found.size() < limit;
            page = more ? events(orderId, page.getLast().sequence(), SCAN_PAGE) : List.of();
        }
        return found;
    }

    /**
     * Makes sure that an order is unknown because nobody told of it, and not because another instance holds it.
     *
     * @throws StoreUnavailableException if the order's partition is not this instance's
     */
    public void requireHere(String orderId) {
        // As every producer's default partitioner does; Streams tells it only where an application server is set.
        int partition = Utils.toPositive(Utils.murmur2(orderId.getBytes(StandardCharsets.UTF_8)))
                % Topic.BOB_REFUND_V1.partitions();
        boolean here = streams.streams().metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .anyMatch(task -> task.taskId().partition() == partition);
        if (!here) {
            throw StoreUnavailableException.elsewhere(orderId);
        }
    }

    private Collection<Refund> refunds(String orderId) {
        return new OrderRefundsView(store(RefundTopology.REFUND_STATE))
                .all(orderId)
                .all();
    }

    private <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
        return streams.streams().store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    }

    private static <T> T query(Supplier<T> query) {
        try {
            return query.get();
        } catch (InvalidStateStoreException | IllegalStateException unavailable) {
            throw new StoreUnavailableException(unavailable);
        }
    }
}
