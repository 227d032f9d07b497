package io.refundtool.fiscalization.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.fiscalization.FiscalizationUpdate;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.events.fiscalization.ReceiptNotRequired;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.fiscalization.persistence.Movement;
import io.refundtool.messaging.Traces;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The event that tells what became of a movement. Its id is made of the outcome and the movement, and from the second
 * announcement that it answers of that announcement too: each is answered once, however often it is delivered.
 */
final class MovementEvents {
    private static final String SOURCE = "/fiscalization-service";

    private static final String CONTRADICTED = "movement-contradicted:";

    private MovementEvents() {}

    /** Whether an event of this id answers an announcement that the ledger contradicts, and tells of no movement in it. */
    static boolean isContradiction(String eventId) {
        return eventId.startsWith(CONTRADICTED);
    }

    /**
     * The event of a finished movement.
     *
     * @param movement a finished movement
     * @param receipts its registered receipts in their order; empty unless it is registered
     */
    static Envelope<FiscalizationUpdate> of(Movement movement, List<Receipt> receipts) {
        String about = movement.tries() == 1 ? movement.movementId() : answerTo(movement);
        return envelope(about, movement, finishedAt(movement), event(movement, receipts));
    }

    /** Whether an event of this id answers what the movement's receipts were begun for last. */
    static boolean answers(String eventId, Movement movement) {
        return eventId.endsWith(":" + (movement.tries() == 1 ? movement.movementId() : answerTo(movement)));
    }

    /** The event of a finished movement once more, as the answer to another announcement, told at this time. */
    static Envelope<FiscalizationUpdate> again(
            Movement movement, List<Receipt> receipts, Movement announcement, Instant at) {
        return envelope(answerTo(announcement), announcement, at, event(movement, receipts));
    }

    /** Answers an announcement that the ledger contradicts; the id is that of the announcement's own answer. */
    static Envelope<FiscalizationUpdate> contradicted(Movement announced) {
        UUID id = UUID.nameUUIDFromBytes(announced.causeEventId().getBytes(UTF_8));
        return envelope(CONTRADICTED + id, announced.traceparent(), finishedAt(announced), failed(announced));
    }

    private static FiscalizationUpdate event(Movement movement, List<Receipt> receipts) {
        return switch (movement.state()) {
            case REGISTERED -> registered(movement, receipts);
            case FAILED -> failed(movement);
            case NOT_REQUIRED -> notRequired(movement);
            case PENDING ->
                throw new IllegalStateException(
                        "Expected movement %s to be finished, but it is pending".formatted(movement.movementId()));
        };
    }

    /** Both ids together would be longer than an event id may be. */
    private static String answerTo(Movement announcement) {
        String both = announcement.movementId() + "\n" + announcement.causeEventId();
        return UUID.nameUUIDFromBytes(both.getBytes(UTF_8)).toString();
    }

    private static ReceiptRegistered registered(Movement movement, List<Receipt> receipts) {
        return new ReceiptRegistered(
                movement.orderId(),
                movement.refundId(),
                movement.country(),
                movement.movementId(),
                movement.currency(),
                movement.amountMinor(),
                receipts);
    }

    private static ReceiptFailed failed(Movement movement) {
        return new ReceiptFailed(
                movement.orderId(),
                movement.refundId(),
                movement.country(),
                movement.movementId(),
                requireNonNull(movement.failureCode()),
                requireNonNull(movement.failureReason()),
                finishedAt(movement));
    }

    private static ReceiptNotRequired notRequired(Movement movement) {
        return new ReceiptNotRequired(
                movement.orderId(),
                movement.refundId(),
                movement.country(),
                movement.movementId(),
                requireNonNull(movement.failureReason()),
                finishedAt(movement));
    }

    private static Envelope<FiscalizationUpdate> envelope(
            String about, Movement cause, Instant at, FiscalizationUpdate event) {
        String outcome = switch (event) {
            case ReceiptRegistered _ -> "receipt-registered:";
            case ReceiptFailed _ -> "receipt-failed:";
            case ReceiptNotRequired _ -> "receipt-not-required:";
        };
        return envelope(outcome + about, cause.traceparent(), at, event);
    }

    private static Envelope<FiscalizationUpdate> envelope(
            String id, @Nullable String traceparent, Instant at, FiscalizationUpdate event) {
        return new Envelope<>(id, SOURCE, at, Traces.childOf(traceparent, id), event);
    }

    private static Instant finishedAt(Movement movement) {
        return requireNonNull(movement.finishedAt());
    }
}
