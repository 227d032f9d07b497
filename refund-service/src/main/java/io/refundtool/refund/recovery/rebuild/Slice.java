package io.refundtool.refund.recovery.rebuild;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A share of a partition's orders, so that their state fits into memory: the topics are read once for each slice, and what
 * is of another one is passed over.
 */
record Slice(int partition, int number, int count) {

    /** Whether the order of this key is in the slice; without a key there is no order, and the first slice takes it. */
    boolean has(byte @Nullable [] key) {
        return count == 1 || Math.floorMod(key == null ? 0 : spread(Arrays.hashCode(key)), count) == number;
    }

    private static int spread(int hash) {
        return (hash * 0x9E3779B9) >>> 8;
    }
}
