package io.refundtool.refund.operators;

import io.refundtool.events.EventType;

/** What became of asking for a decision. What the state machine makes of a written one, its history tells. */
public sealed interface DecisionResult {

    /** It is in the topic, and will be applied. */
    record Written(String eventId, EventType type) implements DecisionResult {}

    /** It was applied before, under the same key; nothing was written. */
    record Repeated(String eventId, EventType type) implements DecisionResult {}

    /**
     * It is not what it has to be.
     *
     * @param field where; empty for the body as a whole
     * @param sentence "Expected …, but …"
     */
    record Invalid(String field, String sentence) implements DecisionResult {}

    /** Nobody requested such a refund. */
    record UnknownRefund(String sentence) implements DecisionResult {}

    /** The key stands for another decision. */
    record KeyReused(String sentence) implements DecisionResult {}

    /** Kafka or the stores are away; asking again soon helps. */
    record Unavailable(String sentence) implements DecisionResult {}
}
