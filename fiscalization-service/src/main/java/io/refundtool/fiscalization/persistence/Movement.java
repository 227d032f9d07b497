package io.refundtool.fiscalization.persistence;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.fiscalization.domain.MovementState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A movement of money that was announced.
 *
 * @param compensates the movement out that this movement back undoes; null for a movement out
 * @param tries how often its receipts were begun, from 1
 * @param causeEventId the event that announced it when its receipts were begun last
 * @param announcedAt when the money moved
 * @param failureCode why its receipts failed or are not required; null while neither is so
 */
public record Movement(
        String movementId,
        String orderId,
        String refundId,
        Country country,
        CurrencyCode currency,
        long amountMinor,
        @Nullable String compensates,
        MovementState state,
        int tries,
        @Nullable String traceparent,
        String causeEventId,
        Instant announcedAt,
        @Nullable Instant finishedAt,
        @Nullable String failureCode,
        @Nullable String failureReason) {

    public Movement finished(MovementState next, Instant at, @Nullable String code, @Nullable String reason) {
        return with(next, tries, traceparent, causeEventId, at, code, reason);
    }

    /** Its receipts are begun anew on account of another announcement. */
    public Movement begunAnew(Movement announcement) {
        return with(
                MovementState.PENDING,
                tries + 1,
                announcement.traceparent(),
                announcement.causeEventId(),
                null,
                null,
                null);
    }

    /** Whether both announce the same money of the same refund. */
    public boolean agreesWith(Movement other) {
        return movementId.equals(other.movementId)
                && orderId.equals(other.orderId)
                && refundId.equals(other.refundId)
                && Objects.equals(compensates, other.compensates)
                && isOfSameAmountAs(other);
    }

    public boolean isOfSameAmountAs(Movement other) {
        return currency == other.currency && amountMinor == other.amountMinor;
    }

    private Movement with(
            MovementState next,
            int count,
            @Nullable String trace,
            String cause,
            @Nullable Instant at,
            @Nullable String code,
            @Nullable String reason) {
        return new Movement(
                movementId,
                orderId,
                refundId,
                country,
                currency,
                amountMinor,
                compensates,
                next,
                count,
                trace,
                cause,
                announcedAt,
                at,
                code,
                reason);
    }
}
