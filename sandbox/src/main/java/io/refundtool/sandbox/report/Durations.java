package io.refundtool.sandbox.report;

import java.util.List;

/** Percentiles of durations, by the nearest rank. */
public final class Durations {

    private static final double NANOS_PER_MS = 1e6;

    private final List<Long> sortedNanos;

    public Durations(List<Long> nanos) {
        this.sortedNanos = nanos.stream().sorted().toList();
    }

    /** The duration that the given share of all does not exceed, in milliseconds; 0 when there is none. */
    public long percentileMs(int percent) {
        if (sortedNanos.isEmpty()) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sortedNanos.size());
        return Math.round(sortedNanos.get(Math.max(0, rank - 1)) / NANOS_PER_MS);
    }
}
