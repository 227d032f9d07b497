package io.refundtool.messaging;

import java.util.Optional;

/**
 * Why an event that can be read must not, or cannot, be worked on.
 *
 * @param cause what {@code dl_cause} will be
 * @param message for the dead letter only, since it may quote the event
 * @param sqlState for the log; "none" if it was not the database
 */
record Refusal(String cause, String message, String sqlState) {

    /** The refusal that a failure stands for; empty if it is a bug, or the database is away. */
    static Optional<Refusal> of(RuntimeException failure) {
        if (failure instanceof RefusedEventException refused) {
            return Optional.of(new Refusal(refused.code(), String.valueOf(refused.getMessage()), "none"));
        }
        return DatabaseFailure.of(failure)
                .filter(DatabaseFailure.REFUSED::equals)
                .map(_ -> new Refusal(
                        DeadLetters.REFUSED_BY_DATABASE,
                        DatabaseFailure.message(failure),
                        DatabaseFailure.sqlState(failure)));
    }

    /**
     * Whether later events of the order wait until something is decided about this one. The second event of a conflict
     * holds nobody: the first one was worked on, and no later event can build on the second.
     */
    boolean holdsItsOrder() {
        return !cause.equals(DeadLetters.EVENT_CONFLICT);
    }
}
