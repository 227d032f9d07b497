package io.refundtool.refund.query;

import io.refundtool.refund.streams.RefundStreams;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.streams.LagInfo;

/**
 * How far this instance's copies are behind, by partition. Kafka has to be asked for that, so it is asked at most once in a
 * while, by one thread, and nobody waits long for it.
 */
final class StandbyLag {

    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("standby-lag").start(task);

    private final RefundStreams streams;
    private CompletableFuture<Map<Integer, Long>> latest = CompletableFuture.completedFuture(Map.of());
    private long askedAtNanos = System.nanoTime() - KEPT_NANOS;

    StandbyLag(RefundStreams streams) {
        this.streams = streams;
    }

    /** The changes, over all stores, that had not arrived in a partition; empty when nobody knows. */
    OptionalLong of(int partition) {
        try {
            Long records =
                    latest().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).get(partition);
            return records == null ? OptionalLong.empty() : OptionalLong.of(records);
        } catch (ExecutionException | TimeoutException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private synchronized CompletableFuture<Map<Integer, Long>> latest() {
        if (latest.isDone() && System.nanoTime() - askedAtNanos >= KEPT_NANOS) {
            askedAtNanos = System.nanoTime();
            latest = CompletableFuture.supplyAsync(this::ask, THREADS);
        }
        return latest;
    }

    private Map<Integer, Long> ask() {
        Map<Integer, Long> records = new HashMap<>();
        for (Map<Integer, LagInfo> store :
                streams.streams().allLocalStorePartitionLags().values()) {
            store.forEach((partition, lag) -> records.merge(partition, lag.offsetLag(), Long::sum));
        }
        return records;
    }
}
