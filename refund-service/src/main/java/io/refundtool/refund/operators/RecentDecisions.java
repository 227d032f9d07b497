package io.refundtool.refund.operators;

import io.refundtool.events.operator.OperatorDecision;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decisions that were written under a key a moment ago, or may have been. One that comes again before the state machine
 * has it is written again as it was, with the time of the first: the state machine knows a repetition by its content.
 */
final class RecentDecisions {

    /** How many are remembered; older ones the state machine has applied long since. */
    static final int MAX_REMEMBERED = 10_000;

    private static final int INITIAL_CAPACITY = 16;
    private static final float LOAD_FACTOR = 0.75f;

    private final Map<String, OperatorDecision> byEventId = new LinkedHashMap<>(INITIAL_CAPACITY, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OperatorDecision> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /** The decision that came first under that event id: an earlier one, or this. */
    synchronized OperatorDecision first(String eventId, OperatorDecision decision) {
        OperatorDecision earlier = byEventId.putIfAbsent(eventId, decision);
        return earlier == null ? decision : earlier;
    }
}
