package io.refundtool.refund.domain;

/** What one event does to one refund, before it is looked at what follows. */
sealed interface Step {

    /** The refund knows more; what follows from that is for {@link Progress} to say. */
    record Noted(Refund next, String note) implements Step {}

    /** The refund is changed at once, and told of. */
    record Turned(Turn turn) implements Step {}

    /** Nothing changes; the reason is kept with the event. */
    record Ignored(String reason) implements Step {}

    /** The event contradicts what is known and no answer can be given to its writer. */
    record Refused(Rejection rejection) implements Step {}
}
