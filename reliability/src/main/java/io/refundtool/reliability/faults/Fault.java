package io.refundtool.reliability.faults;

import java.time.Duration;
import java.util.Locale;

/**
 * One thing that goes wrong.
 *
 * @param victim the process it happens to
 * @param after when, from the moment at which the round begins to strike
 * @param lasts how long until it is undone
 */
public record Fault(FaultKind kind, String victim, Duration after, Duration lasts) {

    private static final double MS_PER_SECOND = 1_000;

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s for %.1f s", kind.word(), victim, lasts.toMillis() / MS_PER_SECOND);
    }
}
