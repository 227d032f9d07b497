package io.refundtool.refund.domain;

import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.PartResult;
import io.refundtool.refund.domain.Transaction.Fate;
import java.util.Set;

/** Forgets what a refund was held for, so that its step can be tried again. */
final class Retries {

    private Retries() {}

    static Refund cleared(Refund interrupted, HoldCode code) {
        RefundLedger ledger = interrupted.ledger();
        Fiscal fiscal = ledger.fiscal();
        return switch (code) {
            case REVERSAL_FAILED -> interrupted.with(withFate(ledger, Fate.REVERSAL_DECLINED, Fate.REVERSAL_ASKED));
            case PAYMENT_CONTRADICTS -> paidAnew(interrupted);
            case RECEIPT_FAILED, RECEIPT_CONTRADICTS ->
                interrupted.with(ledger.with(fiscal.answered(fiscal.current(), null)));
            case PAYMENT_SILENT, RECEIPT_SILENT, REVERSAL_SILENT, PAUSED_BY_OPERATOR -> interrupted;
        };
    }

    /**
     * What was disputed counts as paid: it is a payout as far as it fits, else it is taken back. A part whose key was
     * used up by it is paid under a new one, unless nobody wants it to be paid any more.
     */
    private static Refund paidAnew(Refund refund) {
        RefundLedger ledger = withFate(refund.ledger(), Fate.DISPUTED, Fate.PAID);
        return Endings.begun(refund)
                ? refund.with(ledger)
                : refund.with(ledger.with(ledger.plan().tryAgain(refund.asked(), Set.of(PartResult.PENDING), null)));
    }

    private static RefundLedger withFate(RefundLedger ledger, Fate from, Fate to) {
        return ledger.mapTransactions(
                transaction -> transaction.fate() == from ? transaction.withFate(to) : transaction);
    }
}
