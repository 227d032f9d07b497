package io.refundtool.benchmarks.state;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How long random orders take to be read, one after the other. */
final class Latency {

    private static final double NANOS_PER_MICRO = 1e3;

    /** Reads an order. */
    interface Asked {
        /** Whether it is known. */
        boolean knows(String orderId);
    }

    private Latency() {}

    /** Returns percentiles in microseconds, of so many after so many to warm up. */
    static String of(Asked asked, int orders, int warmUp, int count) {
        SplittableRandom random = new SplittableRandom(1);
        long[] _ = ask(asked, orders, random, warmUp);
        long[] nanos = ask(asked, orders, random, count);
        Arrays.sort(nanos);
        return "p50 %.0f µs, p99 %.0f µs, p99.9 %.0f µs"
                .formatted(
                        nanos[count / 2] / NANOS_PER_MICRO,
                        nanos[count / 100 * 99] / NANOS_PER_MICRO,
                        nanos[count / 1000 * 999] / NANOS_PER_MICRO);
    }

    private static long[] ask(Asked asked, int orders, SplittableRandom random, int count) {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            String orderId = OrderFeed.orderId(random.nextInt(orders));
            long begin = System.nanoTime();
            if (!asked.knows(orderId)) {
                throw new IllegalStateException("Expected order %s to be known, but it is not".formatted(orderId));
            }
            nanos[i] = System.nanoTime() - begin;
        }
        return nanos;
    }
}
