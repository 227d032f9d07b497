package io.refundtool.refund.domain;

import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.refund.domain.Transaction.Fate;
import java.util.Optional;
import java.util.OptionalInt;

/** Gives each part of a payout the result that Payment's words have for it so far. */
final class Payouts {

    private Payouts() {}

    /** The refund with the result of each part brought up to date. */
    static Refund refreshed(Refund refund) {
        Refund next = refund;
        for (PayoutPart part : refund.ledger().plan().parts()) {
            next = refreshed(next, part);
        }
        return next;
    }

    /** Whether money came under a key that this refund may still come to use. */
    static boolean early(Refund refund, Transaction transaction) {
        return !(refund.state() instanceof RefundState.Completed)
                && refund.ledger()
                        .plan()
                        .mayComeToUse(refund.asked(), transaction.part(), transaction.idempotencyKey());
    }

    /** Whether a transaction is the one that a part of the refund is paid by. */
    static boolean paysAPart(Refund refund, Transaction transaction) {
        return refund.ledger()
                .plan()
                .part(transaction.part())
                .filter(part -> part.result() == PartResult.REFUNDED)
                .filter(part -> transaction.transactionId().equals(part.transactionId()))
                .isPresent();
    }

    private static Refund refreshed(Refund refund, PayoutPart part) {
        return part.result() == PartResult.REFUNDED ? cameBack(refund, part) : answered(refund, part);
    }

    private static Refund cameBack(Refund refund, PayoutPart part) {
        return refund.ledger().transactions().stream()
                .filter(transaction -> transaction.is(part.part(), String.valueOf(part.transactionId())))
                .filter(Transaction::cameBack)
                .findFirst()
                .map(back -> withPart(refund, cameBack(part, back)))
                .orElse(refund);
    }

    private static PayoutPart cameBack(PayoutPart part, Transaction back) {
        PartResult result = back.fate() == Fate.RETURNED ? PartResult.RETURNED : PartResult.REVERSED;
        return PayoutPlan.answered(part, result, back.transactionId(), null);
    }

    private static Refund answered(Refund refund, PayoutPart part) {
        Optional<Transaction> payment = refund.ledger().transactions().stream()
                .filter(transaction -> transaction.part() == part.part() && transaction.fate() == Fate.PAID)
                .filter(transaction -> asked(refund, part, transaction))
                .findFirst();
        if (payment.isPresent()) {
            return paid(refund, part, payment.get());
        }
        return part.result() == PartResult.PENDING
                ? failed(refund, part).map(failed -> withPart(refund, failed)).orElse(refund)
                : refund;
    }

    /** A payout that is known to have failed before it was asked for: its answers overtook what led to it. */
    private static Optional<PayoutPart> failed(Refund refund, PayoutPart part) {
        return refund.ledger()
                .decline(part.idempotencyKey())
                .map(declined -> PayoutPlan.answered(part, PartResult.DECLINED, null, declined.code()))
                .or(() -> refund.ledger().transactions().stream()
                        .filter(transaction -> transaction.part() == part.part() && transaction.cameBack())
                        .filter(transaction -> transaction.idempotencyKey().equals(part.idempotencyKey()))
                        .findFirst()
                        .map(back -> cameBack(part, back)));
    }

    private static Refund paid(Refund refund, PayoutPart part, Transaction payment) {
        boolean fits = payment.amountMinor() == part.amountMinor()
                && payment.currency() == refund.asked().currency();
        boolean answers = part.idempotencyKey().equals(payment.idempotencyKey());
        // Whatever was paid for a refund that ended has to come back, so it need not fit.
        if (fits || (answers && Endings.begun(refund))) {
            return withPart(refund, PayoutPlan.answered(part, PartResult.REFUNDED, payment.transactionId(), null));
        }
        return answers
                ? refund.with(refund.ledger()
                        .mapTransactions(other -> other.equals(payment) ? other.withFate(Fate.DISPUTED) : other))
                : refund;
    }

    private static boolean asked(Refund refund, PayoutPart part, Transaction transaction) {
        OptionalInt tried = PayoutPlan.tryOf(refund.asked(), transaction.part(), transaction.idempotencyKey());
        return tried.isPresent() && tried.getAsInt() <= PayoutPlan.triesOf(refund.asked(), part);
    }

    private static Refund withPart(Refund refund, PayoutPart part) {
        return refund.with(refund.ledger().with(refund.ledger().plan().with(part)));
    }
}
