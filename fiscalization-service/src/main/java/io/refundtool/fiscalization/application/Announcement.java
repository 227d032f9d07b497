package io.refundtool.fiscalization.application;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.refund.MoneyRefunded;
import io.refundtool.events.refund.MoneyReversed;
import io.refundtool.fiscalization.domain.MovementState;
import io.refundtool.fiscalization.persistence.Movement;
import org.jspecify.annotations.Nullable;

/**
 * An event that tells of a movement of money.
 *
 * @param movement as the event tells it, pending
 */
record Announcement(Envelope<?> envelope, Movement movement, RefundSnapshot refund) {

    static Announcement of(Envelope<?> envelope) {
        return switch (envelope.event()) {
            case MoneyRefunded event -> of(envelope, event.movementId(), event.country(), event.refund(), null);
            case MoneyReversed event ->
                of(envelope, event.movementId(), event.country(), event.refund(), event.compensates());
            default ->
                throw new IllegalStateException("Expected to be given announcements of movements only, but got "
                        + envelope.event().eventType().wireName());
        };
    }

    private static Announcement of(
            Envelope<?> envelope,
            String movementId,
            Country country,
            RefundSnapshot refund,
            @Nullable String compensates) {
        Movement movement = new Movement(
                movementId,
                envelope.event().orderId(),
                envelope.event().refundId(),
                country,
                refund.currency(),
                refund.amountMinor(),
                compensates,
                MovementState.PENDING,
                1,
                envelope.traceparent(),
                envelope.id(),
                envelope.time(),
                null,
                null,
                null);
        return new Announcement(envelope, movement, refund);
    }

    boolean isOfMoneyBack() {
        return movement.compensates() != null;
    }
}
