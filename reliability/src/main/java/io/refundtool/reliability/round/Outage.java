package io.refundtool.reliability.round;

import io.refundtool.sandbox.topic.RefundKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From the moment at which something goes wrong until refunds flow again: until in every partition one has been completed
 * that was requested after that moment. So a fault that hits the orders of one instance alone is seen as long as they stand
 * still, whoever goes on.
 */
final class Outage {

    private final int partitions;
    private final Set<RefundKey> requested = new HashSet<>();
    private final BitSet flowing = new BitSet();
    private final long beganAtNanos;
    private @Nullable Long endedAtNanos;

    Outage(int partitions, long nowNanos) {
        this.partitions = partitions;
        this.beganAtNanos = nowNanos;
    }

    synchronized void requested(RefundKey refund) {
        if (endedAtNanos == null) {
            requested.add(refund);
        }
    }

    synchronized void completed(RefundKey refund, int partition, long nowNanos) {
        if (endedAtNanos == null && requested.contains(refund)) {
            flowing.set(partition);
            if (flowing.cardinality() == partitions) {
                endedAtNanos = nowNanos;
                requested.clear();
            }
        }
    }

    /** How long it lasted, once it is over. */
    synchronized Optional<Long> nanos() {
        return Optional.ofNullable(endedAtNanos).map(ended -> ended - beganAtNanos);
    }

    /** The partitions in which nothing has been completed yet. */
    synchronized List<Integer> still() {
        List<Integer> still = new ArrayList<>();
        for (int i = flowing.nextClearBit(0); i < partitions; i = flowing.nextClearBit(i + 1)) {
            still.add(i);
        }
        return still;
    }
}
