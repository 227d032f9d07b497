package io.refundtool.fiscalization.domain;

import java.time.Duration;

/** What an answer means for a receipt: how far it has come now, and when to look at it again. */
public sealed interface Decision {
    ReceiptProgress next();

    /** Accepted and not finished: ask for the report after this time unless a callback comes first. */
    record Await(ReceiptProgress next, Duration pollAfter) implements Decision {}

    /** Send (again) after this time; the external id is that of {@code next}. */
    record Resend(ReceiptProgress next, Duration after, String reason) implements Decision {}

    /** The receipt waited too long in ATOL's queue and is sent under a new external id; somebody should know. */
    record ResendAfterQueueTimeout(ReceiptProgress next, Duration after, String reason) implements Decision {}

    /** No receipt may be sent until the configuration is mended; this one keeps its place. */
    record StopSending(ReceiptProgress next, Duration after, String reason) implements Decision {}

    /** The receipt is registered. */
    record Registered(ReceiptProgress next, FiscalDocument document) implements Decision {}

    /** The receipt cannot be registered without a person; the code is that of fiscalization.receipt-failed. */
    record GivenUp(ReceiptProgress next, String code, String reason) implements Decision {}

    /** The receipt cannot be registered, and a correction receipt takes its place. */
    record Replaced(ReceiptProgress next, String code, String reason) implements Decision {}

    /** Nothing changes; the reason says why, since duplicates and contradictions are answered visibly. */
    record Unchanged(ReceiptProgress next, Why why, String reason) implements Decision {}

    /** Why an answer changes nothing. */
    enum Why {
        /** The same was said before. */
        REPEATED,
        /** It is about a registration that another one has replaced. */
        OUTDATED,
        /** It cannot be true of this receipt; a person should look. */
        CONTRADICTION
    }
}
