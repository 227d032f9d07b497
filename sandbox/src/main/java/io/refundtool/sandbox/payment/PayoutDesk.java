package io.refundtool.sandbox.payment;

import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.refund.Approved;
import io.refundtool.sandbox.payment.LedgerEntry.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Pays out each pending part of an approved refund, once, and says so each time it is asked. */
final class PayoutDesk {

    private final PaymentLedger ledger;
    private final PaymentConduct conduct;
    private final Clock clock;

    PayoutDesk(PaymentLedger ledger, PaymentConduct conduct, Clock clock) {
        this.ledger = ledger;
        this.conduct = conduct;
        this.clock = clock;
    }

    List<Reply> replies(Approved approved, String traceparent) {
        List<Reply> replies = new ArrayList<>();
        for (PayoutPart part : approved.refund().parts()) {
            if (part.result() == PartResult.PENDING) {
                replies(approved, part, traceparent, replies);
            }
        }
        return replies;
    }

    private void replies(Approved approved, PayoutPart part, String traceparent, List<Reply> replies) {
        String key = part.idempotencyKey();
        boolean silent = conduct.silence(key).covers(approved.attempt());
        if (silent && !conduct.actsInSilence(key)) {
            return;
        }
        LedgerEntry entry = ledger.pay(approved, approved.refund().currency(), part, conduct.decline(key), now());
        Duration delay = conduct.delay(key, approved.attempt());
        // What nobody hears of cannot be put right by anybody, so nothing more goes wrong with it.
        if (!silent) {
            say(entry, delay, approved, traceparent, replies);
            if (entry.kind() == Kind.PAID) {
                follow(entry, delay, approved, traceparent, replies);
            }
        }
    }

    private void say(LedgerEntry entry, Duration delay, Approved approved, String traceparent, List<Reply> replies) {
        replies.add(new Reply(delay, () -> List.of(PaymentAnswers.of(entry, approved.country(), traceparent))));
        conduct.duplicate(entry.idempotencyKey(), approved.attempt())
                .ifPresent(duplicate -> replies.add(new Reply(
                        delay.plus(duplicate.after()),
                        () -> List.of(
                                duplicate.underSameId()
                                        ? PaymentAnswers.of(entry, approved.country(), traceparent)
                                        : PaymentAnswers.again(entry, approved.country(), traceparent)))));
    }

    /** What goes wrong after it was paid. */
    private void follow(LedgerEntry paid, Duration delay, Approved approved, String traceparent, List<Reply> replies) {
        conduct.secondPayment(paid.idempotencyKey())
                .ifPresent(after -> replies.add(new Reply(
                        delay.plus(after),
                        () -> List.of(
                                PaymentAnswers.of(ledger.payAgain(paid, now()), approved.country(), traceparent)))));
        conduct.lateFailure(paid.transactionId())
                .ifPresent(after -> replies.add(new Reply(
                        delay.plus(after),
                        () -> PaymentAnswers.ofReturn(
                                ledger.bringBack(paid, now()), approved.country(), traceparent))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
