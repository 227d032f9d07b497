package io.refundtool.refund.streams;

/** What the state machine counts, over all of its tasks. */
record RefundMetrics(DeadlineMetrics deadlines, ArchiveMetrics archive) {}
