package io.refundtool.refund.domain;

import io.refundtool.events.common.ClarificationCode;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.Payout;
import io.refundtool.refund.domain.RefundState.Approved;
import io.refundtool.refund.domain.RefundState.AwaitingClarification;
import io.refundtool.refund.domain.RefundState.Cancelled;
import io.refundtool.refund.domain.RefundState.Completed;
import io.refundtool.refund.domain.RefundState.Fiscalized;
import io.refundtool.refund.domain.RefundState.MoneyRefunded;
import io.refundtool.refund.domain.RefundState.OnHold;
import io.refundtool.refund.domain.RefundState.Rejected;
import io.refundtool.refund.domain.RefundState.Reversed;
import io.refundtool.refund.domain.RefundState.Reversing;
import java.util.List;
import java.util.Optional;

/**
 * What follows from what is known of a refund: one change at a time, until it has to wait. It looks at facts alone and
 * never at the event that brought them, so facts that overtook each other lead to the same end.
 */
final class Progress {

    private Progress() {}

    /** The next change; empty where the refund waits or has ended. */
    static Optional<Turn> next(Refund refund) {
        return refund.state() instanceof OnHold hold ? Holds.next(refund, hold) : running(refund);
    }

    /** As {@link #next}, for a refund that is not on hold. */
    static Optional<Turn> running(Refund refund) {
        return Reversals.next(refund).or(() -> switch (refund.state()) {
            case AwaitingClarification _ -> awaitingClarification(refund);
            case Approved _ -> approved(refund);
            case MoneyRefunded _ -> moneyRefunded(refund);
            case Fiscalized _ -> fiscalized(refund);
            case Completed _ -> cameBack(refund);
            case Reversing _, Reversed _ -> Endings.afterMoneyCameBack(refund);
            case Rejected _, Cancelled _, OnHold _ -> Optional.empty();
        });
    }

    private static Optional<Turn> awaitingClarification(Refund refund) {
        RefundLedger ledger = refund.ledger();
        if (ledger.ending() != null) {
            return Endings.end(refund);
        }
        if (ledger.plan().allRefunded()) {
            return Optional.of(paid(refund));
        }
        List<Payout> clarified = ledger.clarifications();
        if (clarified.isEmpty()) {
            return Optional.empty();
        }
        PayoutPlan plan = ledger.plan().tryAgain(refund.asked(), PayoutPlan.FAILED, clarified.getFirst());
        RefundLedger used = ledger.with(plan).withClarifications(clarified.subList(1, clarified.size()));
        return Optional.of(Turn.to(refund.with(used), new Approved()));
    }

    private static Optional<Turn> approved(Refund refund) {
        PayoutPlan plan = refund.ledger().plan();
        if (plan.has(PartResult.PENDING)) {
            return Optional.empty();
        }
        if (refund.ledger().ending() != null) {
            return Endings.end(refund);
        }
        return Optional.of(plan.allRefunded() ? paid(refund) : unpaid(refund));
    }

    private static Optional<Turn> moneyRefunded(Refund refund) {
        if (refund.ledger().ending() != null) {
            return Endings.end(refund);
        }
        Optional<Turn> cameBack = cameBack(refund);
        ReceiptAnswer answer = refund.ledger().fiscal().refund();
        if (cameBack.isPresent() || answer == null) {
            return cameBack;
        }
        return Optional.of(
                switch (answer) {
                    case ReceiptAnswer.Registered _, ReceiptAnswer.NotRequired _ -> Turn.to(refund, new Fiscalized());
                    case ReceiptAnswer.Failed(String code, String reason) ->
                        Holds.receiptFailed(refund, Movement.OUT, code, reason);
                    case ReceiptAnswer.Contradicting(String reason) ->
                        Holds.hold(refund, HoldCode.RECEIPT_CONTRADICTS, reason);
                });
    }

    private static Optional<Turn> fiscalized(Refund refund) {
        if (refund.ledger().ending() != null) {
            return Endings.end(refund);
        }
        return cameBack(refund)
                .or(() -> refund.ledger().told() == NotificationResult.NONE
                        ? Optional.empty()
                        : Optional.of(Turn.to(refund, new Completed())));
    }

    private static Turn paid(Refund refund) {
        RefundLedger ledger = refund.ledger();
        return Turn.to(refund.with(ledger.with(ledger.fiscal().ask())), new MoneyRefunded());
    }

    private static Turn unpaid(Refund refund) {
        RefundLedger ledger = refund.ledger();
        PayoutPlan plan = ledger.plan();
        if (plan.has(PartResult.RETURNED) || plan.has(PartResult.REVERSED)) {
            return returned(refund);
        }
        Payout alternative = refund.asked().alternativePayout();
        if (alternative != null && !plan.alternativeUsed()) {
            PayoutPlan next = plan.tryAgain(refund.asked(), PayoutPlan.FAILED, alternative)
                    .withAlternativeUsed();
            return Turn.to(refund.with(ledger.with(next)), new Approved());
        }
        return Turn.to(
                refund,
                new AwaitingClarification(
                        ClarificationCode.PAYOUT_DECLINED, "Payment declined to pay out; where shall it go?"));
    }

    /** A payout that had succeeded may fail late, in every state that follows from it. */
    private static Optional<Turn> cameBack(Refund refund) {
        return refund.ledger().plan().allRefunded() ? Optional.empty() : Optional.of(returned(refund));
    }

    private static Turn returned(Refund refund) {
        return Turn.to(
                refund,
                new AwaitingClarification(
                        ClarificationCode.PAYOUT_RETURNED, "The payout came back; where shall the money go?"));
    }
}
