package io.refundtool.notifications.domain;

import java.time.Duration;

/** What follows from an answer for the delivery. */
public sealed interface Outcome {

    /** Final: the customer was told. */
    record Told(String messageId) implements Outcome {}

    /** The same channel again, not before the pause is over. */
    record TryAgain(Duration pause) implements Outcome {}

    /** At once on the next channel, with a count of attempts of its own. */
    record MoveOn(Recipient recipient) implements Outcome {}

    /** Final: the customer could not be told; the reason is for staff. */
    record GivenUp(String reason) implements Outcome {}
}
