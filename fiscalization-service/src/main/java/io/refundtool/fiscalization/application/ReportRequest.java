package io.refundtool.fiscalization.application;

/** A receipt whose callback has been silent for too long. */
public record ReportRequest(long receiptId, int registration, String uuid, String groupCode) {}
