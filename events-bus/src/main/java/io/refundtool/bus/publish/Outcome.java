package io.refundtool.bus.publish;

import java.util.List;

/** What became of a batch. The lists have one entry for each item, in the request's order. */
public sealed interface Outcome {

    /** The body could not be split into items; nothing was written. */
    record Unreadable(int line, int column, String sentence) implements Outcome {}

    /** More items than a batch may have; nothing was written. */
    record TooMany() implements Outcome {}

    /** What has a result for each item. */
    sealed interface Answered extends Outcome {
        List<ItemResult> items();
    }

    /**
     * An item was refused; nothing was written.
     *
     * @param conflict whether because its id belongs to an event of other content
     */
    record Refused(List<ItemResult> items, boolean conflict) implements Answered {}

    /** Every item is in the log. */
    record Submitted(List<ItemResult> items) implements Answered {}

    /** Kafka failed after something was sent: some items may be in the log, others not, or not for certain. */
    record PartlySubmitted(List<ItemResult> items) implements Answered {}

    /** Kafka is away and nothing was sent: no item is in the log. */
    record NotSent(List<ItemResult> items) implements Answered {}
}
