package io.refundtool.refund.domain;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.PaidTransaction;

/**
 * One movement of money out, as Payment reported it, whether it was asked for or not.
 *
 * @param part the part of the refund that Payment says it pays
 * @param idempotencyKey the key that Payment says it was asked under
 * @param amountMinor in minor units of {@code currency}
 */
public record Transaction(
        int part, String idempotencyKey, String transactionId, long amountMinor, CurrencyCode currency, Fate fate) {

    /** Where the money of a transaction is. */
    public enum Fate {
        /** With the customer. */
        PAID,
        /** With the customer; Payment was told that it has to come back. */
        REVERSAL_ASKED,
        /** With the customer; Payment cannot take it back. */
        REVERSAL_DECLINED,
        /** Payment contradicts itself or the plan about it; an operator has to look. */
        DISPUTED,
        /** Came back by itself. */
        RETURNED,
        /** Was taken back. */
        REVERSED
    }

    /** Whether its money came back to the shop. */
    public boolean cameBack() {
        return fate == Fate.RETURNED || fate == Fate.REVERSED;
    }

    boolean is(int number, String id) {
        return part == number && transactionId.equals(id);
    }

    Transaction withFate(Fate next) {
        return new Transaction(part, idempotencyKey, transactionId, amountMinor, currency, next);
    }

    PaidTransaction toTakeBack() {
        return new PaidTransaction(part, transactionId, amountMinor);
    }
}
