package io.refundtool.refund.domain;

import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.PartResult;
import io.refundtool.refund.domain.RefundState.Approved;
import io.refundtool.refund.domain.RefundState.AwaitingClarification;
import io.refundtool.refund.domain.RefundState.Fiscalized;
import io.refundtool.refund.domain.RefundState.OnHold;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a refund waits for follows from where it stands; only rounds and attempts have to be remembered. */
public final class Waits {

    private Waits() {}

    /** What the refund waits for now, each with a deadline of its own; nothing while it is on hold. */
    public static List<Wait> of(Refund refund) {
        return refund.ledger().waits();
    }

    static Optional<Wait> of(Refund refund, Awaited awaited) {
        return refund.ledger().waits().stream()
                .filter(wait -> wait.awaited() == awaited)
                .findFirst();
    }

    /** The refund with exactly those waits that it needs: known ones go on, new ones begin a round. */
    static Refund watched(Refund refund) {
        Set<Awaited> needed = needed(refund);
        List<Wait> waits = new ArrayList<>();
        int rounds = refund.ledger().rounds();
        for (Awaited awaited : needed) {
            Optional<Wait> open = of(refund, awaited);
            waits.add(open.isPresent() ? open.get() : new Wait(awaited, ++rounds, 1));
        }
        return refund.with(refund.ledger().withWaits(waits, rounds));
    }

    private static Set<Awaited> needed(Refund refund) {
        Set<Awaited> needed = EnumSet.noneOf(Awaited.class);
        RefundLedger ledger = refund.ledger();
        if (refund.state() instanceof OnHold) {
            return needed;
        }
        if (refund.state() instanceof AwaitingClarification && ledger.ending() == null) {
            needed.add(Awaited.CLARIFICATION);
        }
        if (refund.state() instanceof Approved && ledger.plan().has(PartResult.PENDING)) {
            needed.add(Awaited.PAYMENT);
        }
        if (refund.state() instanceof Fiscalized) {
            needed.add(Awaited.NOTIFICATION);
        }
        if (ledger.fiscal().pending()) {
            needed.add(Awaited.RECEIPT);
        }
        if (ledger.has(Transaction.Fate.REVERSAL_ASKED)) {
            needed.add(Awaited.REVERSAL);
        }
        return needed;
    }
}
