package io.refundtool.events;

import java.time.Duration;
import java.util.List;

/**
 * The answer that an event wants.
 *
 * @param anyOf the names of the event types, any of which answers it
 * @param within how long after the event one of them is due
 */
public record Expectation(List<String> anyOf, Duration within) {

    public Expectation {
        anyOf = List.copyOf(anyOf);
    }
}
