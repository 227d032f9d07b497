package io.refundtool.bus.publish;

import java.util.List;

/** What became of reading a body. */
public sealed interface ReadBatch {

    /** One JSON array of one to {@link BatchLimits#MAX_ITEMS} values; nothing was checked of them yet. */
    record Batch(List<SubmittedItem> items) implements ReadBatch {}

    /**
     * Not UTF-8, not JSON or not an array of events.
     *
     * @param line counted from 1
     * @param column counted from 1, in characters
     * @param sentence "Expected …, but …"; may quote what was sent
     */
    record Unreadable(int line, int column, String sentence) implements ReadBatch {}

    /** More than {@link BatchLimits#MAX_ITEMS} events. */
    record TooMany() implements ReadBatch {}
}
