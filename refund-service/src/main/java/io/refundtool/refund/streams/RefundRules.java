package io.refundtool.refund.streams;

/** How the state machine is set, beside what its events say. */
record RefundRules(DeadlinePolicy deadlines, ArchiveSettings archive) {}
