package io.refundtool.refund.domain;

import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.refund.domain.RefundState.Approved;
import io.refundtool.refund.domain.RefundState.Cancelled;
import io.refundtool.refund.domain.RefundState.Rejected;
import io.refundtool.refund.domain.RefundState.Reversed;
import io.refundtool.refund.domain.RefundState.Reversing;
import io.refundtool.refund.domain.Transaction.Fate;
import java.util.List;
import java.util.Optional;

/** How a refund ends that is not wanted any more: only what was completed is compensated. */
final class Endings {

    private Endings() {}

    /** Whether all money of the refund has to come back, now or when it moves. */
    static boolean unwanted(Refund refund) {
        return switch (refund.state()) {
            case Rejected _, Cancelled _, Reversing _, Reversed _ -> true;
            case Approved _ ->
                refund.ledger().ending() != null && !refund.ledger().plan().has(PartResult.PENDING);
            default -> refund.ledger().ending() != null;
        };
    }

    /** Whether nobody wants the refund to be paid any more, though Payment may still have to answer. */
    static boolean begun(Refund refund) {
        return refund.ledger().ending() != null || unwanted(refund.in(refund.underlying()));
    }

    /** Somebody does not want the refund any more; the first to say so is heard. */
    static Step begin(Refund refund, Ending ending) {
        Ending known = refund.ledger().ending();
        return known == null
                ? new Step.Noted(refund.with(refund.ledger().with(ending)), "It ends when Payment's answers are known")
                : new Step.Ignored(Reasons.sentence(
                        "Expected refund %s to be wanted, but it is to end already: %s",
                        refund.refundId(), known.reason()));
    }

    /**
     * A refund ends although Payment has not answered; what ended it before is heard first. What an earlier payout left
     * behind is compensated.
     */
    static Turn endWithoutPayment(Refund refund, Ending ending) {
        Refund ended =
                refund.ledger().ending() == null ? refund.with(refund.ledger().with(ending)) : refund;
        return ended.ledger().transactions().isEmpty()
                ? Turn.to(ended, withoutMoney(ended))
                : Holds.goOn(ended.in(new Reversing(reason(ended))));
    }

    static String reason(Refund refund) {
        Ending ending = refund.ledger().ending();
        if (ending != null) {
            return ending.reason();
        }
        return switch (refund.state()) {
            case Rejected(var _, String reason) -> "Money moved for a rejected refund. " + reason;
            case Reversing(String reason) -> reason;
            case Reversed(String reason) -> reason;
            default -> "Payment paid what nobody asked for";
        };
    }

    /** The next step of a refund that ended while it was under way; no money is left that could be asked back. */
    static Optional<Turn> end(Refund refund) {
        if (refund.ledger().transactions().isEmpty()) {
            return Optional.of(Turn.to(refund, withoutMoney(refund)));
        }
        if (refund.ledger().has(Fate.REVERSAL_ASKED)) {
            return Optional.of(new Turn(refund.in(new Reversing(reason(refund))), List.of(new Telling.Reversal())));
        }
        // What is left is a receipt to wait for: nobody clarifies or pays any more, and the state has to say so.
        return afterMoneyCameBack(refund).or(() -> Optional.of(Turn.to(refund, new Reversing(reason(refund)))));
    }

    /** Money moved and came back: a registered receipt has to be compensated, then it is over. */
    static Optional<Turn> afterMoneyCameBack(Refund refund) {
        if (!refund.ledger().allCameBack()) {
            return Optional.empty();
        }
        Fiscal fiscal = refund.ledger().fiscal();
        return switch (fiscal.refund()) {
            case null -> fiscal.asked() ? Optional.empty() : reversed(refund);
            case ReceiptAnswer.NotRequired _, ReceiptAnswer.Failed _ -> reversed(refund);
            case ReceiptAnswer.Contradicting(String reason) ->
                Optional.of(Holds.hold(refund, HoldCode.RECEIPT_CONTRADICTS, reason));
            case ReceiptAnswer.Registered _ -> compensated(refund, fiscal);
        };
    }

    private static Optional<Turn> compensated(Refund refund, Fiscal fiscal) {
        if (!fiscal.compensationAsked()) {
            Refund asked =
                    refund.with(refund.ledger().with(fiscal.askCompensation())).in(new Reversing(reason(refund)));
            return Optional.of(new Turn(asked, List.of(new Telling.Moved())));
        }
        return switch (fiscal.compensation()) {
            case null -> Optional.empty();
            case ReceiptAnswer.Registered _, ReceiptAnswer.NotRequired _ -> reversed(refund);
            case ReceiptAnswer.Failed(String code, String reason) ->
                Optional.of(Holds.receiptFailed(refund, Movement.BACK, code, reason));
            case ReceiptAnswer.Contradicting(String reason) ->
                Optional.of(Holds.hold(refund, HoldCode.RECEIPT_CONTRADICTS, reason));
        };
    }

    private static Optional<Turn> reversed(Refund refund) {
        return refund.state() instanceof Reversed
                ? Optional.empty()
                : Optional.of(Turn.to(refund, new Reversed(reason(refund))));
    }

    private static RefundState withoutMoney(Refund refund) {
        Ending ending = refund.ledger().ending();
        if (ending == null) {
            throw new IllegalStateException("Expected a refund that ends to have a reason, but it has none");
        }
        return switch (ending.kind()) {
            case CANCELLED_BY_BOB -> new Cancelled(ending.reason());
            case REJECTED_BY_OPERATOR -> new Rejected(RejectionCode.REJECTED_BY_OPERATOR, ending.reason());
            case NOT_CLARIFIED -> new Rejected(RejectionCode.NOT_CLARIFIED, ending.reason());
        };
    }
}
