package io.refundtool.fiscalization.domain;

import java.util.Collection;

/** What became of the receipts of a movement of money. The names are stored in the ledger. */
public enum MovementState {
    PENDING,
    REGISTERED,
    FAILED,
    NOT_REQUIRED;

    /**
     * Registered when all receipts are; failed as soon as one is, since the others cannot make up for it.
     *
     * @param receipts of the receipts that stand for the movement's lines: a replaced one does not
     */
    public static MovementState of(Collection<ReceiptState> receipts) {
        if (receipts.contains(ReceiptState.FAILED)) {
            return FAILED;
        }
        return receipts.stream().allMatch(state -> state == ReceiptState.REGISTERED) ? REGISTERED : PENDING;
    }

    /** Whether a movement in this state may still become the other: a late success heals a failure, nothing undoes a success. */
    public boolean mayBecome(MovementState next) {
        return switch (this) {
            case PENDING -> next == REGISTERED || next == FAILED;
            case FAILED -> next == REGISTERED;
            case REGISTERED, NOT_REQUIRED -> false;
        };
    }
}
