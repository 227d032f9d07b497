package io.refundtool.fiscalization.domain;

import org.jspecify.annotations.Nullable;

/** What the cash register's service answered to a registration, or told about one. */
public sealed interface Answer {
    /** The registration is queued under this uuid and is not finished. */
    record Accepted(String uuid) implements Answer {}

    /** The external id was known already, or is being processed: its report is asked for at once. */
    record AcceptedEarlier(String uuid, FiscalError error) implements Answer {}

    /** The request to register was refused: the external id is not used up. */
    record Refused(FiscalError error) implements Answer {}

    /** There was no usable answer: whether the receipt was accepted is not known. */
    record Unanswered(String reason) implements Answer {}

    /** Nothing was sent: the circuit breaker or the gate is closed for now. */
    record NotSent(String reason) implements Answer {}

    /** The report says that the receipt is registered. */
    record Done(FiscalDocument document) implements Answer {}

    /** The report says that this registration failed for good: its external id is used up. */
    record Failed(FiscalError error) implements Answer {}

    /** The report says that it is not finished, or could not be had. */
    record StillWaiting(@Nullable String reason) implements Answer {}
}
