package io.refundtool.refund.operators;

import io.refundtool.events.EventType;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an operator can decide, by the name that requests use. */
public enum DecisionKind {
    RETRY("retry", EventType.OPERATOR_RETRY_ORDERED_V1),
    CHANGE_PAYOUT("change-payout", EventType.OPERATOR_PAYOUT_CHANGED_V1),
    MARK_PAID("mark-paid", EventType.OPERATOR_MARKED_PAID_V1),
    REJECT("reject", EventType.OPERATOR_REFUND_REJECTED_V1),
    PAUSE("pause", EventType.OPERATOR_PAUSED_V1),
    RESUME("resume", EventType.OPERATOR_RESUMED_V1),
    ADD_NOTE("add-note", EventType.OPERATOR_NOTE_ADDED_V1);

    private final String word;
    private final EventType eventType;

    DecisionKind(String word, EventType eventType) {
        this.word = word;
        this.eventType = eventType;
    }

    /** The name in requests and answers. */
    public String word() {
        return word;
    }

    /** The event that states it. */
    public EventType eventType() {
        return eventType;
    }

    /** The kind with that name. */
    public static Optional<DecisionKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The kind that an event type states; empty for what is no operator's decision. */
    public static Optional<DecisionKind> of(String eventType) {
        return Arrays.stream(values())
                .filter(kind -> kind.eventType.wireName().equals(eventType))
                .findFirst();
    }

    /** All names, for a sentence. */
    static String words() {
        return Arrays.stream(values()).map(DecisionKind::word).collect(Collectors.joining(", "));
    }
}
