package io.refundtool.refund.domain.promises;

import io.refundtool.refund.domain.promises.Conduct.Clarification;
import io.refundtool.refund.domain.promises.Conduct.Freedom;
import io.refundtool.refund.domain.promises.Conduct.Notice;
import io.refundtool.refund.domain.promises.Conduct.Operator;
import io.refundtool.refund.domain.promises.Conduct.Payout;
import io.refundtool.refund.domain.promises.Conduct.Receipts;
import io.refundtool.refund.domain.promises.Conduct.Reversal;
import io.refundtool.refund.domain.promises.Conduct.Unasked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Kinds of worlds, by what may happen in them. */
final class Worlds {

    /**
     * No race that the order of delivery may decide: nobody and no deadline ends a refund, whoever is silent speaks in the
     * end, and Payment does not pay what it declined, since BOB may have said by then where else the money shall go.
     */
    static final Freedom WITHOUT_RACES = new Freedom(
            without(Payout.values(), Set.of(Payout.PAYS, Payout.IS_SILENT, Payout.DECLINES_AND_PAYS)),
            List.of(Reversal.ANSWERS_THE_SECOND_TIME, Reversal.DECLINES),
            without(
                    Receipts.values(),
                    Set.of(Receipts.REGISTERS, Receipts.IS_SILENT, Receipts.FAILS_ONCE, Receipts.CONTRADICTS_ONCE)),
            List.of(Notice.FAILS),
            List.of(),
            List.of(),
            List.of());

    /** No reversal is declined, since nobody keeps that who did not ask for it yet. */
    static final Freedom TO_READ_ANEW = new Freedom(
            WITHOUT_RACES.payouts(),
            List.of(Reversal.ANSWERS_THE_SECOND_TIME),
            WITHOUT_RACES.receipts(),
            WITHOUT_RACES.notices(),
            List.of(),
            List.of(),
            List.of());

    /** Somebody may end a refund while it is under way. */
    static final Freedom WITH_ENDINGS = new Freedom(
            WITHOUT_RACES.payouts(),
            WITHOUT_RACES.reversals(),
            WITHOUT_RACES.receipts(),
            WITHOUT_RACES.notices(),
            List.of(Clarification.IS_SILENT, Clarification.CANCELS),
            List.of(),
            List.of(Unasked.CANCELS, Unasked.REJECTS));

    /** Operators may pause, too, which must change nothing. */
    static final Freedom WITH_PAUSES = new Freedom(
            without(WITHOUT_RACES.payouts(), Set.of(Payout.PAYS_TWICE)),
            WITHOUT_RACES.reversals(),
            WITHOUT_RACES.receipts(),
            WITHOUT_RACES.notices(),
            WITHOUT_RACES.clarifications(),
            List.of(),
            List.of(Unasked.PAUSES_AND_RESUMES));

    /** All that can happen. */
    static final Freedom FREE = new Freedom(
            without(Payout.values(), Set.of(Payout.PAYS)),
            without(Reversal.values(), Set.of(Reversal.REVERSES)),
            without(Receipts.values(), Set.of(Receipts.REGISTERS)),
            without(Notice.values(), Set.of(Notice.TELLS)),
            without(Clarification.values(), Set.of(Clarification.CLARIFIES)),
            without(Operator.values(), Set.of(Operator.LOOKS_AWAY)),
            without(Unasked.values(), Set.of(Unasked.NOTHING)));

    private Worlds() {}

    private static <E> List<E> without(E[] all, Set<E> these) {
        return without(List.of(all), these);
    }

    private static <E> List<E> without(List<E> all, Set<E> these) {
        List<E> rest = new ArrayList<>(all);
        rest.removeAll(these);
        return rest;
    }
}
