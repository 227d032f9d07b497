package io.refundtool.refund.query;

import java.util.OptionalLong;

/** From which store of this instance an answer comes. */
public sealed interface Reading {

    /** From the store of whoever works on the order: current. */
    record Current() implements Reading {}

    /**
     * From a copy, or from a store that is still being restored.
     *
     * @param lagRecords how many changes had not arrived a moment ago; empty when Kafka did not tell in time
     */
    record Stale(OptionalLong lagRecords) implements Reading {}
}
