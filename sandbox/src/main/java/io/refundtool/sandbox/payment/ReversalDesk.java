package io.refundtool.sandbox.payment;

import io.refundtool.events.common.DeclineCode;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.refund.ReversalStarted;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Takes back each transaction that a reversal names, once, and says so each time it is asked. */
final class ReversalDesk {

    private final PaymentLedger ledger;
    private final PaymentConduct conduct;
    private final Clock clock;

    ReversalDesk(PaymentLedger ledger, PaymentConduct conduct, Clock clock) {
        this.ledger = ledger;
        this.conduct = conduct;
        this.clock = clock;
    }

    List<Reply> replies(ReversalStarted started, String traceparent) {
        List<Reply> replies = new ArrayList<>();
        for (PaidTransaction transaction : started.transactions()) {
            replies(started, transaction, traceparent, replies);
        }
        return replies;
    }

    private void replies(
            ReversalStarted started, PaidTransaction transaction, String traceparent, List<Reply> replies) {
        String id = transaction.transactionId();
        boolean silent = conduct.reversalSilence(id).covers(started.attempt());
        if (silent && !conduct.reversesInSilence(id)) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LedgerEntry entry = ledger.paid(id)
                .map(paid -> ledger.reverse(paid, conduct.reversalDecline(id), now))
                .orElseGet(() -> unknown(started, transaction, now));
        if (!silent) {
            replies.add(new Reply(
                    conduct.delay(id, started.attempt()),
                    () -> List.of(PaymentAnswers.of(entry, started.country(), traceparent))));
        }
    }

    /** Somebody else paid this. */
    private static LedgerEntry unknown(ReversalStarted started, PaidTransaction transaction, Instant now) {
        return new LedgerEntry(
                LedgerEntry.Kind.REVERSAL_DECLINED,
                "",
                transaction.transactionId(),
                started.orderId(),
                started.refundId(),
                transaction.part(),
                started.refund().currency().name(),
                transaction.amountMinor(),
                DeclineCode.OTHER,
                now);
    }
}
