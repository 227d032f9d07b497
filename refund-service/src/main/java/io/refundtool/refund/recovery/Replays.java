package io.refundtool.refund.recovery;

import io.refundtool.refund.query.StoreUnavailableException;
import io.refundtool.refund.streams.RefundStreams;
import io.refundtool.refund.streams.StoredOrders;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds stored events again and compares: those of one order, or of every order of this instance's active partitions. It
 * only reads; what it costs the stream threads is the processor time and the disk that it shares with them.
 */
public final class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    /** How many order ids are in memory at once. */
    private static final int PAGE = 500;

    private final KafkaStreams streams;
    private final ReentrantLock one = new ReentrantLock();

    public Replays(RefundStreams streams) {
        this.streams = streams.streams();
    }

    /**
     * One order of this instance; empty for an order of which nobody told.
     *
     * @throws StoreUnavailableException while the stores are being opened or restored
     */
    public Optional<OrderReplay> replay(String orderId) {
        return query(() -> new Replayer(new StoredOrders(this::store)).replay(orderId));
    }

    /**
     * Every order of this instance's active partitions.
     *
     * @param limit how many differences to tell; all are counted, and their places are logged
     * @throws StoreUnavailableException while stores are being opened, restored or moved
     * @throws ReplayRunningException if another one runs: a second one would only take its time from the first
     */
    public AllReplayed replayAll(int limit) {
        if (streams.state() != KafkaStreams.State.RUNNING) {
            throw new StoreUnavailableException(new IllegalStateException("the state machine is " + streams.state()));
        }
        if (!one.tryLock()) {
            throw new ReplayRunningException();
        }
        try {
            AllReplayed.Counts counts = new AllReplayed.Counts(limit);
            partitions().forEach(partition -> replay(partition, counts));
            AllReplayed result = counts.result();
            LOG.info(
                    "Folded {} events of {} orders again in {} ms: {} differ",
                    result.events(),
                    result.orders(),
                    result.millis(),
                    result.differing());
            return result;
        } finally {
            one.unlock();
        }
    }

    private void replay(int partition, AllReplayed.Counts counts) {
        try {
            StoredOrders orders = new StoredOrders(new StoredOrders.Opening() {
                @Override
                public <K, V> ReadOnlyKeyValueStore<K, V> open(String name) {
                    return streams.store(StoreQueryParameters.<ReadOnlyKeyValueStore<K, V>>fromNameAndType(
                                    name, QueryableStoreTypes.keyValueStore())
                            .withPartition(partition));
                }
            });
            Replayer replayer = new Replayer(orders);
            List<String> page = orders.orderIds(null, PAGE);
            while (!page.isEmpty()) {
                page.forEach(orderId -> replayer.replay(orderId).ifPresent(counts::add));
                page = orders.orderIds(page.getLast(), PAGE);
            }
            counts.done(partition);
        } catch (InvalidStateStoreException gone) {
            LOG.warn("Partition {} left this instance while its orders were folded again", partition);
        }
    }

    private List<Integer> partitions() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(task -> task.taskId().partition())
                .sorted()
                .distinct()
                .toList();
    }

    private <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    }

    private static <T> T query(Supplier<T> query) {
        try {
            return query.get();
        } catch (InvalidStateStoreException unavailable) {
            throw new StoreUnavailableException(unavailable);
        }
    }
}
