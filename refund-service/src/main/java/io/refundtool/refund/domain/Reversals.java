package io.refundtool.refund.domain;

import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.HoldCode;
import io.refundtool.refund.domain.RefundState.Reversing;
import io.refundtool.refund.domain.Transaction.Fate;
import java.util.List;
import java.util.Optional;

/** Money that is with the customer and should not be: all of it when the refund ended, else what pays no part. */
final class Reversals {

    private Reversals() {}

    static Optional<Turn> next(Refund refund) {
        RefundLedger ledger = refund.ledger();
        List<Transaction> excess = ledger.transactions().stream()
                .filter(transaction -> transaction.fate() == Fate.PAID && unwanted(refund, transaction))
                .toList();
        if (!excess.isEmpty()) {
            return Optional.of(ask(refund, excess));
        }
        if (ledger.has(Fate.REVERSAL_DECLINED)) {
            return Optional.of(Holds.hold(
                    refund,
                    HoldCode.REVERSAL_FAILED,
                    "Expected Payment to take back what refund %s must not have paid, but it declined",
                    refund.refundId()));
        }
        return ledger.has(Fate.DISPUTED) ? Optional.of(disputed(refund)) : Optional.empty();
    }

    private static boolean unwanted(Refund refund, Transaction transaction) {
        return Endings.unwanted(refund)
                || (!Payouts.paysAPart(refund, transaction) && !Payouts.early(refund, transaction));
    }

    private static Turn ask(Refund refund, List<Transaction> excess) {
        RefundLedger asked = refund.ledger()
                .mapTransactions(known -> excess.contains(known) ? known.withFate(Fate.REVERSAL_ASKED) : known);
        RefundState next = Endings.unwanted(refund) ? new Reversing(Endings.reason(refund)) : refund.state();
        // What was asked before is asked again with it: one round, one deadline.
        return new Turn(
                new Refund(refund.asked(), asked.without(Awaited.REVERSAL), next), List.of(new Telling.Reversal()));
    }

    private static Turn disputed(Refund refund) {
        Transaction transaction = refund.ledger().transactions().stream()
                .filter(known -> known.fate() == Fate.DISPUTED)
                .findFirst()
                .orElseThrow();
        return Holds.hold(
                refund,
                HoldCode.PAYMENT_CONTRADICTS,
                "Expected transaction %s to move what part %d of refund %s asks for, but Payment says it is %d %s",
                transaction.transactionId(),
                transaction.part(),
                refund.refundId(),
                transaction.amountMinor(),
                transaction.currency().wire());
    }
}
