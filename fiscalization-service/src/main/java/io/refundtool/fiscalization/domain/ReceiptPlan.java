package io.refundtool.fiscalization.domain;

import java.util.List;

/** What receipts a movement of money needs, or why no receipt can state it. */
public sealed interface ReceiptPlan {
    /** The receipts whose totals together make the movement's amount. */
    record Receipts(List<PlannedReceipt> receipts) implements ReceiptPlan {
        public Receipts {
            receipts = List.copyOf(receipts);
        }
    }

    /** No valid receipt can be written; the sentence says what was expected. */
    record Impossible(ImpossibleReceipt code, String reason) implements ReceiptPlan {}
}
