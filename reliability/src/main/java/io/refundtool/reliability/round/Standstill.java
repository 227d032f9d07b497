package io.refundtool.reliability.round;

import io.refundtool.reliability.faults.Fault;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long refunds did not flow everywhere.
 *
 * @param fault since when; null for the same measurement where nothing goes wrong
 */
record Standstill(@Nullable Fault fault, long nanos) {

    static final String NOTHING = "(nothing)";
    private static final double NANOS_PER_SECOND = 1e9;

    static Standstill ofNothing(long nanos) {
        return new Standstill(null, nanos);
    }

    /** The name of what went wrong. */
    String word() {
        return fault == null ? NOTHING : fault.kind().word();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: %.1f s", fault == null ? NOTHING : fault.toString(), nanos / NANOS_PER_SECOND);
    }
}
