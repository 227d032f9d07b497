package io.refundtool.refund.domain;

import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.payment.MoneyRefunded;
import io.refundtool.events.payment.PaymentUpdate;
import io.refundtool.events.payment.RefundDeclined;
import io.refundtool.events.payment.RefundReturned;
import io.refundtool.events.payment.RefundReversed;
import io.refundtool.events.payment.ReversalDeclined;
import io.refundtool.refund.domain.RefundLedger.Decline;
import io.refundtool.refund.domain.Transaction.Fate;
import java.util.Optional;

/** What Payment's word adds to a refund. Money that moved is kept, whether anybody asked for it or not. */
final class PaymentRules {

    private PaymentRules() {}

    static Step step(Refund refund, EventMeta meta, PaymentUpdate update) {
        return switch (update) {
            case MoneyRefunded paid -> paid(refund, paid);
            case RefundDeclined declined -> declined(refund, meta, declined);
            case RefundReturned back ->
                cameBack(refund, meta, back.part(), back.transactionId(), back.amountMinor(), Fate.RETURNED);
            case RefundReversed back ->
                cameBack(refund, meta, back.part(), back.transactionId(), back.amountMinor(), Fate.REVERSED);
            case ReversalDeclined declined -> reversalDeclined(refund, meta, declined);
        };
    }

    private static Step paid(Refund refund, MoneyRefunded paid) {
        Transaction reported = new Transaction(
                paid.part(),
                paid.idempotencyKey(),
                paid.transactionId(),
                paid.amountMinor(),
                paid.currency(),
                Fate.PAID);
        Optional<Transaction> known = refund.ledger().transaction(paid.part(), paid.transactionId());
        if (known.isPresent()) {
            return again(refund, known.get(), reported);
        }
        return moreTransactions(refund, 1)
                .orElseGet(() -> new Step.Noted(
                        refund.with(refund.ledger().with(reported)),
                        "Kept: Payment has not answered for every part, or was not asked yet"));
    }

    /** The refusal of transactions beyond the limit, which only a broken Payment can reach. */
    static Optional<Step> moreTransactions(Refund refund, int more) {
        if (refund.ledger().transactions().size() + more <= RefundLedger.MAX_TRANSACTIONS) {
            return Optional.empty();
        }
        return Optional.of(new Step.Refused(new Rejection(
                Rejection.Code.TOO_MANY_TRANSACTIONS,
                Reasons.sentence(
                        "Expected at most %d transactions of refund %s of order %s, but there is one more",
                        RefundLedger.MAX_TRANSACTIONS,
                        refund.refundId(),
                        refund.asked().orderId()))));
    }

    private static Step again(Refund refund, Transaction known, Transaction reported) {
        boolean same = known.equals(reported.withFate(known.fate()));
        return same
                ? new Step.Ignored(Reasons.sentence(
                        "Part %d of refund %s was paid by transaction %s before",
                        known.part(), refund.refundId(), known.transactionId()))
                : new Step.Refused(new Rejection(
                        Rejection.Code.CONFLICTING_TRANSACTION,
                        Reasons.sentence(
                                "Expected transaction %s of refund %s to be %d %s under key %s, but it came again as %d %s under key %s",
                                known.transactionId(),
                                refund.refundId(),
                                known.amountMinor(),
                                known.currency().wire(),
                                known.idempotencyKey(),
                                reported.amountMinor(),
                                reported.currency().wire(),
                                reported.idempotencyKey())));
    }

    private static Step declined(Refund refund, EventMeta meta, RefundDeclined declined) {
        RefundLedger ledger = refund.ledger();
        Optional<PayoutPart> part = ledger.plan().part(declined.part());
        boolean awaited = part.filter(known -> known.idempotencyKey().equals(declined.idempotencyKey()))
                .filter(known -> known.result() == PartResult.PENDING)
                .isPresent();
        boolean early = ledger.plan().mayComeToUse(refund.asked(), declined.part(), declined.idempotencyKey());
        boolean room = ledger.declines().size() < RefundLedger.MAX_DECLINES;
        if (!awaited
                && !(early && room && ledger.decline(declined.idempotencyKey()).isEmpty())) {
            return Reasons.ignored(refund, meta, "an answer to a payout that is under way");
        }
        return new Step.Noted(
                refund.with(ledger.with(new Decline(declined.idempotencyKey(), declined.code()))),
                "Kept: Payment has not answered for every part, or was not asked yet");
    }

    private static Step cameBack(
            Refund refund, EventMeta meta, int part, String transactionId, long amountMinor, Fate how) {
        Optional<Transaction> known =
                refund.ledger().transaction(part, transactionId).filter(transaction -> !transaction.cameBack());
        if (known.isEmpty()) {
            return Reasons.ignored(refund, meta, "a transaction whose money is with the customer");
        }
        Transaction out = known.get();
        return out.amountMinor() == amountMinor
                ? changed(refund, out, how, "The money of a transaction came back")
                : changed(refund, out, Fate.DISPUTED, "Another amount came back than was paid");
    }

    private static Step reversalDeclined(Refund refund, EventMeta meta, ReversalDeclined declined) {
        return refund.ledger()
                .transaction(declined.part(), declined.transactionId())
                .filter(transaction -> transaction.fate() == Fate.REVERSAL_ASKED)
                .map(asked -> changed(refund, asked, Fate.REVERSAL_DECLINED, "Payment declined the reversal"))
                .orElseGet(() -> Reasons.ignored(refund, meta, "a reversal that is under way"));
    }

    private static Step changed(Refund refund, Transaction from, Fate fate, String note) {
        return new Step.Noted(
                refund.with(
                        refund.ledger().mapTransactions(known -> known.equals(from) ? known.withFate(fate) : known)),
                note);
    }
}
