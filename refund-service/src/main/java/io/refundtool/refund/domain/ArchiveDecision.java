package io.refundtool.refund.domain;

/** Whether an order is forgotten, now that it was archived. */
public sealed interface ArchiveDecision {

    /** All that is known of the order goes. */
    record Leaves() implements ArchiveDecision {}

    /** The order stays as it is. */
    record Stays(Reason reason, String sentence) implements ArchiveDecision {}

    /** Why an order stays. */
    enum Reason {
        /** It is not known, or was forgotten before. */
        UNKNOWN,
        /** Something happened to it that the archive has not seen. */
        CHANGED,
        /** One of its refunds waits for something. */
        OPEN,
        /** Answers wait for a refund that was not requested yet. */
        EARLY,
        /** More happened to it than is removed at once. */
        LARGE
    }
}
