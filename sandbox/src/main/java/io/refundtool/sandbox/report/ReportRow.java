package io.refundtool.sandbox.report;

import java.util.List;

/**
 * What became of one request.
 *
 * @param outcome COMPLETED, the rejection code, UNATTRIBUTED, MALFORMED, ON_HOLD …
 * @param amount such as 27.50; empty when it is not known
 * @param receiptNumbers fiscal document numbers
 * @param durationMs from the events bus's answer to the end; -1 when there was none
 */
public record ReportRow(
        String refundId, String orderId, String outcome, String amount, List<String> receiptNumbers, long durationMs) {}
