package io.refundtool.refund.domain;

/**
 * Why a refund is not wanted any more; the first reason counts.
 *
 * @param reason a sentence for people
 */
public record Ending(Kind kind, String reason) {

    /** Who ended it. */
    public enum Kind {
        CANCELLED_BY_BOB,
        REJECTED_BY_OPERATOR,
        NOT_CLARIFIED
    }
}
