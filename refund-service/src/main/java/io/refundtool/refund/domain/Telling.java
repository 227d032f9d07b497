package io.refundtool.refund.domain;

import java.time.Instant;

/** What is told of a refund: not every event announces a new state. */
sealed interface Telling {

    /** Where the refund stands now. */
    record State() implements Telling {}

    /** A movement of money that Fiscalization has to answer for. */
    record Moved() implements Telling {}

    /** What Payment has to take back. */
    record Reversal() implements Telling {}

    /** Payment did not answer in time. */
    record PaymentOverdue(Instant dueAt, int attempt) implements Telling {}

    /** Fiscalization did not answer in time. */
    record ReceiptOverdue(Instant dueAt, int attempt) implements Telling {}
}
