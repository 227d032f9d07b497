package io.refundtool.bus.publish;

import java.util.List;

/** What became of a batch. The lists have one entry for each item, in the request's order. */
public sealed interface Outcome {

    /** The body could not be split into items; nothing was written. */
    record Unreadable(int line, int column, String sentence) implements Outcome {}

    /** More items than a batch may have; nothing was written. */
    record TooMany() implements Outcome {}

    /** An item was refused; nothing was written. */
    record Refused(List<ItemResult> items) implements Outcome {}

    /** Every item is in the log. */
    record Submitted(List<ItemResult> items) implements Outcome {}

    /** Some items are in the log, others not, or not for certain. */
    record PartlySubmitted(List<ItemResult> items) implements Outcome {}

    /** Kafka acknowledged no item. */
    record NotSubmitted() implements Outcome {}
}
