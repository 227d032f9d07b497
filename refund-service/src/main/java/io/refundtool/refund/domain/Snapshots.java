package io.refundtool.refund.domain;

import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.RefundSnapshot;

/** The refund as a reader of its events sees it. */
public final class Snapshots {

    private Snapshots() {}

    public static RefundSnapshot of(Refund refund) {
        RefundCase asked = refund.asked();
        RefundLedger ledger = refund.ledger();
        return new RefundSnapshot(
                asked.currency(),
                refund.status(),
                asked.customer(),
                asked.orderedAt(),
                asked.requestedAt(),
                asked.amountMinor(),
                asked.lines(),
                asked.payout(),
                ledger.plan().parts(),
                fiscalization(ledger.fiscal()),
                ledger.fiscal().receipts(),
                ledger.told());
    }

    private static FiscalizationResult fiscalization(Fiscal fiscal) {
        if (fiscal.compensationAsked() && fiscal.compensation() instanceof ReceiptAnswer.Registered) {
            return FiscalizationResult.COMPENSATED;
        }
        return switch (fiscal.refund()) {
            case null -> fiscal.asked() ? FiscalizationResult.PENDING : FiscalizationResult.NONE;
            case ReceiptAnswer.Registered _ -> FiscalizationResult.REGISTERED;
            case ReceiptAnswer.NotRequired _ -> FiscalizationResult.NOT_REQUIRED;
            case ReceiptAnswer.Failed _, ReceiptAnswer.Contradicting _ -> FiscalizationResult.FAILED;
        };
    }
}
