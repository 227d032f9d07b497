package io.refundtool.refund.domain;

import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.operator.MarkedPaid;
import io.refundtool.events.operator.NoteAdded;
import io.refundtool.events.operator.OperatorDecision;
import io.refundtool.events.operator.Paused;
import io.refundtool.events.operator.PayoutChanged;
import io.refundtool.events.operator.RefundRejected;
import io.refundtool.events.operator.Resumed;
import io.refundtool.events.operator.RetryOrdered;
import io.refundtool.refund.domain.RefundState.Approved;
import io.refundtool.refund.domain.RefundState.AwaitingClarification;
import io.refundtool.refund.domain.RefundState.OnHold;
import io.refundtool.refund.domain.RefundState.Reversing;
import io.refundtool.refund.domain.Transaction.Fate;
import java.util.List;

/** What an operator's decision does. Who decided and why stays with the event in the order's sequence. */
final class OperatorRules {

    private OperatorRules() {}

    static Step step(Refund refund, EventMeta meta, OperatorDecision decision) {
        return switch (decision) {
            case RetryOrdered _ -> retried(refund, meta);
            case PayoutChanged changed -> payoutChanged(refund, meta, changed.payout());
            case MarkedPaid paid -> markedPaid(refund, meta, paid);
            case RefundRejected rejected -> rejected(refund, meta, rejected);
            case Paused paused -> paused(refund, meta, paused);
            case Resumed _ -> resumed(refund, meta);
            case NoteAdded _ -> new Step.Noted(refund, "The note is kept with the order's events");
        };
    }

    private static Step retried(Refund refund, EventMeta meta) {
        return refund.state() instanceof OnHold hold && hold.code() != HoldCode.PAUSED_BY_OPERATOR
                ? new Step.Turned(Holds.goOn(Retries.cleared(refund.in(hold.interrupted()), hold.code())))
                : Reasons.ignored(refund, meta, "a refund that is on hold, and not because an operator paused it");
    }

    private static Step resumed(Refund refund, EventMeta meta) {
        return refund.state() instanceof OnHold hold && hold.code() == HoldCode.PAUSED_BY_OPERATOR
                ? new Step.Turned(Holds.goOn(refund.in(hold.interrupted())))
                : Reasons.ignored(refund, meta, "a refund that an operator paused");
    }

    private static Step paused(Refund refund, EventMeta meta, Paused paused) {
        boolean pausedBefore = refund.state() instanceof OnHold hold && hold.code() == HoldCode.PAUSED_BY_OPERATOR;
        if (refund.state().isFinal() || pausedBefore) {
            return Reasons.ignored(refund, meta, "a refund that is under way");
        }
        return new Step.Turned(Holds.hold(
                refund, HoldCode.PAUSED_BY_OPERATOR, "%s paused it: %s", paused.operator(), paused.reason()));
    }

    private static Step payoutChanged(Refund refund, EventMeta meta, Payout payout) {
        if (!mayBePaidOtherwise(refund)) {
            return Reasons.ignored(
                    refund, meta, "a refund that awaits clarification, or is on hold before its payment");
        }
        RefundLedger ledger = refund.ledger();
        Refund changed = refund.with(ledger.with(ledger.plan().tryAgain(refund.asked(), PayoutPlan.UNPAID, payout)));
        return refund.state() instanceof OnHold(HoldCode code, String reason, var _)
                        && code == HoldCode.PAUSED_BY_OPERATOR
                ? new Step.Noted(
                        changed.in(new OnHold(code, reason, new Approved())), "Kept until the refund is resumed")
                : new Step.Turned(Turn.to(changed, new Approved()));
    }

    private static Step markedPaid(Refund refund, EventMeta meta, MarkedPaid paid) {
        List<PayoutPart> unpaid = refund.ledger().plan().parts().stream()
                .filter(part -> PayoutPlan.UNPAID.contains(part.result()))
                .toList();
        boolean known = unpaid.stream()
                .anyMatch(part -> refund.ledger()
                        .transaction(part.part(), paid.transactionId())
                        .isPresent());
        if (!mayBePaidOtherwise(refund) || known) {
            return Reasons.ignored(
                    refund,
                    meta,
                    "a new transaction for a refund that awaits clarification, or is on hold before its payment");
        }
        return PaymentRules.moreTransactions(refund, unpaid.size())
                .orElseGet(() -> new Step.Noted(
                        refund.with(withTransactions(refund, unpaid, paid.transactionId())),
                        "Kept until the refund goes on"));
    }

    private static RefundLedger withTransactions(Refund refund, List<PayoutPart> parts, String transactionId) {
        RefundLedger ledger = refund.ledger();
        for (PayoutPart part : parts) {
            ledger = ledger.with(new Transaction(
                    part.part(),
                    part.idempotencyKey(),
                    transactionId,
                    part.amountMinor(),
                    refund.asked().currency(),
                    Fate.PAID));
        }
        return ledger;
    }

    /** Where Payment is silent nobody waits for it: money that it moves all the same is taken back. */
    private static Step rejected(Refund refund, EventMeta meta, RefundRejected rejected) {
        if (refund.underlying().isFinal() || refund.underlying() instanceof Reversing) {
            return Reasons.ignored(refund, meta, "a refund that has not ended");
        }
        Ending ending = new Ending(
                Ending.Kind.REJECTED_BY_OPERATOR,
                Reasons.sentence("%s rejected it: %s", rejected.operator(), rejected.reason()));
        return refund.state() instanceof OnHold hold && hold.code() == HoldCode.PAYMENT_SILENT
                ? new Step.Turned(Endings.endWithoutPayment(refund, ending))
                : Endings.begin(refund, ending);
    }

    private static boolean mayBePaidOtherwise(Refund refund) {
        boolean beforePayment = refund.underlying() instanceof AwaitingClarification
                || (refund.state() instanceof OnHold && refund.underlying() instanceof Approved);
        boolean unpaid = refund.ledger().plan().parts().stream()
                .map(PayoutPart::result)
                .anyMatch(result -> result != PartResult.REFUNDED);
        return beforePayment && unpaid && refund.ledger().ending() == null;
    }
}
