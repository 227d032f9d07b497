package io.refundtool.sandbox.bob;

import io.refundtool.events.common.RefundStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What BOB knows of a refund.
 *
 * @param code why it was rejected or is on hold, if it is
 * @param receiptNumbers fiscal document numbers, in the order of the receipts
 * @param history every event it heard, in order, none twice
 * @param endedAtNanos when it heard of the end, by System.nanoTime; null before
 */
public record RefundCopy(
        RefundStatus status,
        @Nullable String code,
        List<String> receiptNumbers,
        List<HeardEvent> history,
        @Nullable Long endedAtNanos) {

    /** More history than this is no history but a fault. */
    static final int MAX_HISTORY = 1_000;

    /** One event that BOB heard. */
    public record HeardEvent(String eventId, String eventType, RefundStatus status) {}

    /** It is final, or waits for a person. A late failure or answer may still take it out of its end again. */
    public boolean ended() {
        return switch (status) {
            case COMPLETED, REJECTED, CANCELLED, REVERSED, ON_HOLD -> true;
            case AWAITING_CLARIFICATION, APPROVED, MONEY_REFUNDED, FISCALIZED, REVERSING -> false;
        };
    }

    /** How often BOB heard of an event type. */
    int heard(String eventType) {
        return (int) history.stream()
                .filter(event -> event.eventType().equals(eventType))
                .count();
    }

    RefundCopy endedAt(long nanos) {
        return new RefundCopy(status, code, receiptNumbers, history, nanos);
    }
}
