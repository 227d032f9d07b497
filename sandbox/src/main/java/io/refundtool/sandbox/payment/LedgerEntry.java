package io.refundtool.sandbox.payment;

import io.refundtool.events.common.DeclineCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that Payment did, or would not do. Money moves out with {@link Kind#PAID}, and back with
 * {@link Kind#REVERSED} or {@link Kind#RETURNED}; nothing moves otherwise.
 *
 * @param idempotencyKey the same key is the same movement out
 * @param transactionId the movement out that it is about; empty when there was none
 * @param part which part of the refund, from 1
 * @param code why Payment would not, if it would not
 * @param at to the microsecond
 */
public record LedgerEntry(
        Kind kind,
        String idempotencyKey,
        String transactionId,
        String orderId,
        String refundId,
        int part,
        String currency,
        long amountMinor,
        @Nullable DeclineCode code,
        Instant at) {

    /** What Payment did. */
    public enum Kind {
        /** Money went out. */
        PAID(1),
        /** It would not pay. */
        DECLINED(0),
        /** It took a movement back. */
        REVERSED(-1),
        /** A movement came back by itself. */
        RETURNED(-1),
        /** It would not take a movement back. */
        REVERSAL_DECLINED(0);

        private final int sign;

        Kind(int sign) {
            this.sign = sign;
        }
    }

    /** Whether money came back. */
    public boolean back() {
        return kind == Kind.REVERSED || kind == Kind.RETURNED;
    }

    /** How much more money is out because of it, in minor units. */
    public long netMinor() {
        return kind.sign * amountMinor;
    }

    /** The movement back of a movement out. */
    String reversalTransactionId() {
        return transactionId + "-back";
    }

    LedgerEntry about(Kind later, @Nullable DeclineCode why, Instant when) {
        return new LedgerEntry(
                later, idempotencyKey, transactionId, orderId, refundId, part, currency, amountMinor, why, when);
    }
}
