package io.refundtool.bus.publish;

import java.util.List;

/** What became of reading a body. */
public sealed interface ReadBatch {

    /** Items that can be answered one by one; opaque to all but the {@link BatchPublisher}. */
    final class Batch implements ReadBatch {

        private final List<SubmittedItem> items;

        Batch(List<SubmittedItem> items) {
            this.items = List.copyOf(items);
        }

        List<SubmittedItem> items() {
            return items;
        }

        public int size() {
            return items.size();
        }
    }

    /**
     * Not UTF-8, not JSON or not what was expected of events.
     *
     * @param line counted from 1
     * @param column counted from 1, in characters
     * @param sentence "Expected …, but …"; may quote what was sent
     */
    record Unreadable(int line, int column, String sentence) implements ReadBatch {}

    /** More than {@link BatchLimits#MAX_ITEMS} events. */
    record TooMany() implements ReadBatch {}
}
