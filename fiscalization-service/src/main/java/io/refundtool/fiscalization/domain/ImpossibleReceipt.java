package io.refundtool.fiscalization.domain;

/** Why no receipt can be written for a refund. The name is the code in fiscalization.receipt-failed. */
public enum ImpossibleReceipt {
    NO_LINES,
    NEGATIVE_LINE,
    LINES_CONTRADICT_AMOUNT,
    TOO_MANY_RECEIPTS,
    MOVEMENT_CONTRADICTS_LEDGER,
    /** The movement to be compensated was never announced. */
    COMPENSATED_UNKNOWN,
    /** The movement to be compensated has failed, so that there is nothing, or not all, to compensate. */
    COMPENSATED_NOT_REGISTERED,
    /** Another movement compensates it already. */
    COMPENSATED_TWICE
}
