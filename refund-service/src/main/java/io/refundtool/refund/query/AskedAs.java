package io.refundtool.refund.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In which capacity an instance is asked. One that is asked by another instance never asks a third: metadata that is out of
 * date cannot make a request go round.
 */
public enum AskedAs {
    /** By a client: whoever can answer, shall. */
    ANYBODY,
    /** By another instance, as the one that has the order. */
    OWNER,
    /** By another instance, as one that has a copy. */
    STANDBY;

    /** The header that says it. */
    public static final String HEADER = "Refund-Asked-As";

    /** What the header says; a client sends none, or a word that nobody knows. */
    public static AskedAs of(@Nullable String header) {
        for (AskedAs each : values()) {
            if (each.word().equals(header)) {
                return each;
            }
        }
        return ANYBODY;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
