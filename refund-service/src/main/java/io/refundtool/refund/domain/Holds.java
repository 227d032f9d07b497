package io.refundtool.refund.domain;

import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.PartResult;
import io.refundtool.refund.domain.RefundState.Approved;
import io.refundtool.refund.domain.RefundState.MoneyRefunded;
import io.refundtool.refund.domain.RefundState.OnHold;
import io.refundtool.refund.domain.RefundState.Reversing;
import io.refundtool.refund.domain.Transaction.Fate;
import java.util.List;
import java.util.Optional;

/** Puts refunds on hold, and lets them go on when what they were held for is no more. */
final class Holds {

    private Holds() {}

    static Turn hold(Refund refund, HoldCode code, String format, Object... arguments) {
        return hold(refund, code, Reasons.sentence(format, arguments));
    }

    static Turn hold(Refund refund, HoldCode code, String reason) {
        return Turn.to(refund, new OnHold(code, reason, refund.underlying()));
    }

    static Turn receiptFailed(Refund refund, Movement movement, String code, String reason) {
        return hold(
                refund,
                HoldCode.RECEIPT_FAILED,
                "Expected a receipt for movement %s, but it failed with %s: %s",
                movement.id(refund.asked()),
                code,
                reason);
    }

    /** What follows for a refund on hold: nothing while it is paused, or while what it is held for is still so. */
    static Optional<Turn> next(Refund refund, OnHold hold) {
        if (hold.code() == HoldCode.PAUSED_BY_OPERATOR || waitsForReversal(refund, hold)) {
            return Optional.empty();
        }
        Refund interrupted = refund.in(hold.interrupted());
        boolean persists = persists(hold, interrupted);
        Optional<Turn> turn = Progress.running(interrupted);
        if (persists && turn.isPresent() && keepsState(turn.get(), interrupted)) {
            return turn.map(aside -> stay(aside, hold));
        }
        if (turn.isEmpty() || isAside(turn.get(), interrupted)) {
            return persists ? Optional.empty() : Optional.of(leave(interrupted));
        }
        return turn.filter(next -> !(next.next().state() instanceof OnHold again && again.code() == hold.code()));
    }

    /** The refund goes on: with what follows from what is known, and asking again for all that it still waits for. */
    static Turn goOn(Refund interrupted) {
        Refund settled = Settled.of(interrupted);
        return leave(Progress.running(settled)
                .filter(turn -> !isAside(turn, settled))
                .map(Turn::next)
                .orElse(settled));
    }

    /** What to tell so that everything that the refund waits for is asked again. */
    static List<Telling> again(Refund refund) {
        List<Telling> tellings = Waits.of(Waits.watched(refund)).stream()
                .map(wait -> again(wait.awaited()))
                .distinct()
                .toList();
        boolean hasOwnWord = refund.state() instanceof MoneyRefunded || refund.state() instanceof Reversing;
        // Nobody is asked again to clarify or pay what nobody wants any more.
        boolean toldByWaits = !tellings.isEmpty() && (hasOwnWord || Endings.begun(refund));
        return toldByWaits || tellings.contains(new Telling.State())
                ? tellings
                : RefundLedger.plus(tellings, new Telling.State());
    }

    static Telling again(Awaited awaited) {
        return switch (awaited) {
            case CLARIFICATION, PAYMENT, NOTIFICATION, REQUEST -> new Telling.State();
            case RECEIPT -> new Telling.Moved();
            case REVERSAL -> new Telling.Reversal();
        };
    }

    private static boolean keepsState(Turn turn, Refund refund) {
        return turn.next().state().equals(refund.state());
    }

    /** Money of a refund is asked back beside its way, unless that is its way; it is no reason to go on, or not to. */
    private static boolean isAside(Turn turn, Refund refund) {
        return keepsState(turn, refund) && !(refund.state() instanceof Reversing);
    }

    private static Turn stay(Turn aside, OnHold hold) {
        return new Turn(aside.next().in(hold), aside.tellings());
    }

    private static Turn leave(Refund next) {
        return new Turn(next, again(next));
    }

    private static boolean waitsForReversal(Refund refund, OnHold hold) {
        return hold.code() == HoldCode.REVERSAL_SILENT && refund.ledger().has(Fate.REVERSAL_ASKED);
    }

    private static boolean persists(OnHold hold, Refund interrupted) {
        RefundLedger ledger = interrupted.ledger();
        ReceiptAnswer answer = ledger.fiscal().answer(ledger.fiscal().current());
        return switch (hold.code()) {
            case PAYMENT_SILENT ->
                interrupted.state() instanceof Approved && ledger.plan().has(PartResult.PENDING);
            case PAYMENT_CONTRADICTS -> ledger.has(Fate.DISPUTED);
            case RECEIPT_SILENT -> ledger.fiscal().pending();
            case RECEIPT_FAILED -> answer instanceof ReceiptAnswer.Failed;
            case RECEIPT_CONTRADICTS -> answer instanceof ReceiptAnswer.Contradicting;
            case REVERSAL_FAILED -> ledger.has(Fate.REVERSAL_DECLINED);
            case REVERSAL_SILENT -> ledger.has(Fate.REVERSAL_ASKED);
            case PAUSED_BY_OPERATOR -> true;
        };
    }
}
