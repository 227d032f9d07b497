package io.refundtool.refund.scenario;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;

/** What happens in a step. */
public sealed interface Input {

    /** An event arrives, under an id of its own. */
    record Arrives(Event event) implements Input {}

    /**
     * The event of an earlier step arrives once more, under the id that it had.
     *
     * @param step counted from 1
     */
    record Again(int step) implements Input {}

    /** The time passes in which an answer was due that a refund really waits for. */
    record Passes(Awaited awaited, String refundId) implements Input {}
}
