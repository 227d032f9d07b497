package io.refundtool.refund;

import java.util.function.Supplier;

/**
 * Starts applications one after the other, also those of test classes that run side by side: each sets up the logging of the
 * whole JVM, and of two that do so at the same moment one fails.
 */
public final class StartedInTurn {

    private StartedInTurn() {}

    /** What the start returns. */
    public static synchronized <T> T run(Supplier<T> start) {
        return start.get();
    }
}
