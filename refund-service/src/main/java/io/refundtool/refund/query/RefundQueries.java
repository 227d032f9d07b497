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
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads orders from this instance's state stores. Who asks for an order that may be elsewhere goes by {@link OrderRouting}.
 */
public final class RefundQueries {

    /**
     * An order of which somebody told.
     *
     * @param events how many events its sequence has
     */
    public record Order(long events, Collection<Refund> refunds) {}

    /** How many entries of a sequence are in memory at once while it is searched. */
    private static final int SCAN_PAGE = 100;

    private static final ScopedValue<Boolean> STALE = ScopedValue.newInstance();

    private final RefundStreams streams;
    private final StandbyLag standbyLag;
    private final long maxLagRecords;

    public RefundQueries(RefundStreams streams, PeerSettings settings) {
        this.streams = streams;
        this.standbyLag = new StandbyLag(streams);
        this.maxLagRecords = settings.maxLagRecords();
    }

    /**
     * Reads what this instance works on itself, as every read does that is not in {@link #stale}.
     *
     * @throws StoreUnavailableException from the read, when the order's stores are not this instance's, or not open
     */
    <T> T current(Function<Reading, T> read) {
        return read.apply(new Reading.Current());
    }

    /**
     * Reads whatever this instance has of an order: a copy, or a store that is being restored.
     *
     * @throws StoreUnavailableException when it has nothing, or when that is too far behind
     */
    <T> T stale(String orderId, Function<Reading, T> read) {
        OptionalLong lag = standbyLag.of(partition(orderId));
        if (lag.orElse(0) > maxLagRecords) {
            throw StoreUnavailableException.behind(orderId, lag.getAsLong(), maxLagRecords);
        }
        return ScopedValue.where(STALE, true).call(() -> read.apply(new Reading.Stale(lag)));
    }

    /**
     * All refunds of an order, and how many events its sequence has; empty for an order of which nobody told.
     *
     * @throws StoreUnavailableException while the stores are being opened or restored, or are another instance's
     */
    public Optional<Order> order(String orderId) {
        return query(() -> {
            ReadOnlyKeyValueStore<String, Long> counts = store(RefundTopology.ORDER_EVENT_COUNT, orderId);
            return Optional.ofNullable(counts.get(orderId)).map(events -> new Order(events, refunds(orderId)));
        });
    }

    /**
     * One refund; empty for a refund that nobody requested.
     *
     * @throws StoreUnavailableException while the stores are being opened or restored, or are another instance's
     */
    public Optional<Refund> refund(String orderId, String refundId) {
        return query(() -> new OrderRefundsView(store(RefundTopology.REFUND_STATE, orderId)).refund(orderId, refundId));
    }

    /**
     * A page of an order's event sequence, oldest first.
     *
     * @param after the sequence number before the first wanted
     * @throws StoreUnavailableException while the stores are being opened or restored, or are another instance's
     */
    public List<SequenceEntry> events(String orderId, long after, int limit) {
        return query(() -> new OrderEventSequenceView(store(RefundTopology.ORDER_EVENT_SEQUENCE, orderId))
                .page(orderId, after, limit));
    }

    /**
     * A page of those events of an order's sequence that are wanted, oldest first.
     *
     * @param after the sequence number before the first wanted
     * @throws StoreUnavailableException while the stores are being opened or restored, or are another instance's
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
     * Makes sure that what is not found is unknown, and not with another instance.
     *
     * @throws StoreUnavailableException while the stores are being opened or restored, or are another instance's
     */
    public void requireHere(String orderId) {
        query(() -> store(RefundTopology.ORDER_EVENT_COUNT, orderId));
    }

    private Collection<Refund> refunds(String orderId) {
        return new OrderRefundsView(store(RefundTopology.REFUND_STATE, orderId))
                .all(orderId)
                .all();
    }

    /** The store of the order's partition: an order that is not in it is unknown, and not somewhere else. */
    private <K, V> ReadOnlyKeyValueStore<K, V> store(String name, String orderId) {
        StoreQueryParameters<ReadOnlyKeyValueStore<K, V>> store = StoreQueryParameters.fromNameAndType(
                        name, QueryableStoreTypes.<K, V>keyValueStore())
                .withPartition(partition(orderId));
        return streams.streams().store(STALE.orElse(false) ? store.enableStaleStores() : store);
    }

    /** As every producer's default partitioner has it. */
    private static int partition(String orderId) {
        return Utils.toPositive(Utils.murmur2(orderId.getBytes(StandardCharsets.UTF_8)))
                % Topic.BOB_REFUND_V1.partitions();
    }

    private static <T> T query(Supplier<T> query) {
        try {
            return query.get();
        } catch (InvalidStateStoreException | IllegalStateException unavailable) {
            throw new StoreUnavailableException(unavailable);
        }
    }
}
