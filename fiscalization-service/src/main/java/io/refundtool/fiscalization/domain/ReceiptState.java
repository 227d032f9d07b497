package io.refundtool.fiscalization.domain;

/** Where a receipt is. The names are stored in the ledger. */
public enum ReceiptState {
    /** To be sent (again) when it is due. */
    TO_REGISTER,
    /** Accepted by ATOL Online; the callback, or the report after silence, will say more. */
    WAITING,
    /** The fiscal storage has it. */
    REGISTERED,
    /** It cannot be registered without a person. A late report of success still counts. */
    FAILED,
    /** It cannot be registered, and a correction receipt takes its place. A late report of success still counts. */
    REPLACED;

    /** Whether nothing more happens to it by itself. */
    public boolean isFinished() {
        return switch (this) {
            case REGISTERED, FAILED, REPLACED -> true;
            case TO_REGISTER, WAITING -> false;
        };
    }
}
