package io.refundtool.refund.domain;

/**
 * Why an event was refused: it goes to the dead letters, since nobody waits for an answer to it.
 *
 * @param code for machines
 * @param sentence for people: "Expected …, but …", naming ids and state
 */
public record Rejection(Code code, String sentence) {

    /** The kinds of refusal. */
    public enum Code {
        UNKNOWN_REFUND,
        CONFLICTING_REQUEST,
        CONFLICTING_TRANSACTION,
        TOO_MANY_TRANSACTIONS
    }
}
