package io.refundtool.notifications.persistence;

import java.time.Duration;

/** What several statements of this package need. */
final class Statements {
    private static final double NANOS = 1e9;

    private Statements() {}

    /**
     * Whether a statement of a batch changed its row. The driver has to say so, since events depend on it: with
     * {@code reWriteBatchedInserts=true} it would not.
     */
    static boolean changed(int count) {
        if (count < 0) {
            throw new IllegalStateException(
                    "Expected the driver to count changed rows, but it does not; leave reWriteBatchedInserts off");
        }
        return count > 0;
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
