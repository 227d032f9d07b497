package io.refundtool.refund.domain;

import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.Cause;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.Cancelled;
import io.refundtool.events.refund.ClarificationNeeded;
import io.refundtool.events.refund.Completed;
import io.refundtool.events.refund.Fiscalized;
import io.refundtool.events.refund.MoneyRefunded;
import io.refundtool.events.refund.MoneyReversed;
import io.refundtool.events.refund.PaymentOverdue;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.ReceiptOverdue;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.events.refund.Rejected;
import io.refundtool.events.refund.ReversalStarted;
import io.refundtool.events.refund.Reversed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The event that tells everybody of a change of a refund: what it is, what it was, what changed it. */
final class Announcement {

    private final Refund now;
    private final String order;
    private final String id;
    private final Country country;
    private final RefundSnapshot is;
    private final @Nullable RefundStatus was;
    private final Cause cause;

    private Announcement(Refund now, @Nullable Refund before, EventMeta by) {
        this.now = now;
        this.order = now.asked().orderId();
        this.id = now.asked().refundId();
        this.country = now.asked().country();
        this.is = Snapshots.of(now);
        this.was = before == null ? null : before.status();
        this.cause = new Cause(by.id(), by.type(), by.time().truncatedTo(ChronoUnit.MICROS));
    }

    static RefundUpdate of(Telling telling, Refund now, @Nullable Refund before, EventMeta by) {
        var announcement = new Announcement(now, before, by);
        return switch (telling) {
            case Telling.State _ -> announcement.state();
            case Telling.Moved _ -> announcement.moved();
            case Telling.Reversal _ -> announcement.reversal();
            case Telling.PaymentOverdue(Instant dueAt, int attempt) -> announcement.paymentOverdue(dueAt, attempt);
            case Telling.ReceiptOverdue(Instant dueAt, int attempt) -> announcement.receiptOverdue(dueAt, attempt);
        };
    }

    private RefundUpdate state() {
        return switch (now.state()) {
            case RefundState.AwaitingClarification(var code, var reason) ->
                new ClarificationNeeded(order, id, country, is, was, cause, code, reason);
            case RefundState.Approved _ -> new Approved(order, id, country, is, was, cause, attempt(Awaited.PAYMENT));
            case RefundState.MoneyRefunded _ -> moved();
            case RefundState.Fiscalized _ -> new Fiscalized(order, id, country, is, was, cause);
            case RefundState.Completed _ -> new Completed(order, id, country, is, was, cause);
            case RefundState.Reversing _ -> takenBack().isEmpty() ? moved() : reversal();
            case RefundState.Reversed _ -> new Reversed(order, id, country, is, was, cause);
            case RefundState.Rejected(var code, var reason) ->
                new Rejected(order, id, country, is, was, cause, code, reason);
            case RefundState.Cancelled(var reason) -> new Cancelled(order, id, country, is, was, cause, reason);
            case RefundState.OnHold(var code, var reason, var _) ->
                new PutOnHold(order, id, country, is, was, cause, code, reason);
        };
    }

    private RefundUpdate moved() {
        int attempt = attempt(Awaited.RECEIPT);
        String out = Movement.OUT.id(now.asked());
        return switch (now.ledger().fiscal().current()) {
            case OUT -> new MoneyRefunded(order, id, country, is, was, cause, out, attempt);
            case BACK ->
                new MoneyReversed(order, id, country, is, was, cause, Movement.BACK.id(now.asked()), out, attempt);
        };
    }

    private RefundUpdate reversal() {
        return new ReversalStarted(
                order, id, country, is, was, cause, takenBack(), attempt(Awaited.REVERSAL), Endings.reason(now));
    }

    private RefundUpdate paymentOverdue(Instant dueAt, int attempt) {
        return new PaymentOverdue(order, id, country, is, was, cause, dueAt, attempt);
    }

    private RefundUpdate receiptOverdue(Instant dueAt, int attempt) {
        String movement = now.ledger().fiscal().current().id(now.asked());
        return new ReceiptOverdue(order, id, country, is, was, cause, movement, dueAt, attempt);
    }

    private List<PaidTransaction> takenBack() {
        return now.ledger().transactions().stream()
                .filter(transaction -> transaction.fate() == Transaction.Fate.REVERSAL_ASKED)
                .map(Transaction::toTakeBack)
                .toList();
    }

    private int attempt(Awaited awaited) {
        return Waits.of(now, awaited).map(Wait::attempt).orElse(1);
    }
}
