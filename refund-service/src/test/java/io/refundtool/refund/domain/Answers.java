package io.refundtool.refund.domain;

import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.clarified;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.markedPaid;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.movementBack;
import static io.refundtool.refund.domain.RefundEvents.notNotified;
import static io.refundtool.refund.domain.RefundEvents.notRequired;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.overdue;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.paused;
import static io.refundtool.refund.domain.RefundEvents.payoutChanged;
import static io.refundtool.refund.domain.RefundEvents.receiptFailed;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.rejected;
import static io.refundtool.refund.domain.RefundEvents.resumed;
import static io.refundtool.refund.domain.RefundEvents.retry;
import static io.refundtool.refund.domain.RefundEvents.returned;
import static io.refundtool.refund.domain.RefundEvents.reversalDeclined;
import static io.refundtool.refund.domain.RefundEvents.reversed;

import io.refundtool.events.Event;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.refund.domain.RefundState.AwaitingClarification;
import io.refundtool.refund.domain.RefundState.Fiscalized;
import io.refundtool.refund.domain.Transaction.Fate;
import java.util.ArrayList;
import java.util.List;

/** What the systems around, operators and timers may say next of refund R-1 as it stands. */
final class Answers {

    private static final int MAX_TRANSACTIONS = 2;

    private final Refund refund;
    private final List<Event> answers = new ArrayList<>();

    private Answers(Refund refund) {
        this.refund = refund;
    }

    static List<Event> to(Refund refund) {
        var answers = new Answers(refund);
        answers.ofPayment();
        answers.ofFiscalization();
        answers.ofEverybodyElse();
        return answers.answers;
    }

    private void ofPayment() {
        RefundLedger ledger = refund.ledger();
        for (PayoutPart part : ledger.plan().parts()) {
            int tries = PayoutPlan.tryOf(refund.asked(), part.part(), part.idempotencyKey())
                    .orElseThrow();
            if (part.result() == PartResult.PENDING) {
                answers.add(declined("R-1", part.part(), tries));
            }
            if (ledger.transactions().size() < MAX_TRANSACTIONS) {
                String transaction = "T-" + part.part() + ledger.transactions().size();
                answers.add(paid("R-1", part.part(), tries, part.amountMinor(), transaction));
                answers.add(paid("R-1", part.part(), tries, part.amountMinor() + 1, transaction));
                answers.add(markedPaid("R-1", transaction));
            }
        }
        ledger.transactions().forEach(this::afterwards);
    }

    private void afterwards(Transaction transaction) {
        String id = transaction.transactionId();
        answers.add(returned("R-1", transaction.part(), transaction.amountMinor(), id));
        if (transaction.fate() == Fate.REVERSAL_ASKED) {
            answers.add(reversed("R-1", transaction.part(), transaction.amountMinor(), id));
            answers.add(reversalDeclined("R-1", transaction.part(), id));
        }
    }

    private void ofFiscalization() {
        Fiscal fiscal = refund.ledger().fiscal();
        if (fiscal.asked()) {
            answers.add(registered("R-1", movement("R-1"), refund.asked().amountMinor()));
            answers.add(registered("R-1", movement("R-1"), refund.asked().amountMinor() + 1));
            answers.add(notRequired("R-1", movement("R-1")));
            answers.add(receiptFailed("R-1", movement("R-1")));
        }
        if (fiscal.compensationAsked()) {
            answers.add(registered("R-1", movementBack("R-1"), refund.asked().amountMinor()));
            answers.add(receiptFailed("R-1", movementBack("R-1")));
        }
    }

    private void ofEverybodyElse() {
        if (refund.underlying() instanceof Fiscalized) {
            answers.add(notified("R-1", RefundStatus.FISCALIZED));
            answers.add(notNotified("R-1"));
        }
        if (refund.underlying() instanceof AwaitingClarification) {
            answers.add(clarified("R-1"));
        }
        Waits.of(refund)
                .forEach(wait ->
                        answers.add(overdue("R-1", wait.awaited(), wait.round(), wait.attempt(), wait.attempt())));
        answers.addAll(List.of(
                cancelled("R-1"), retry("R-1"), payoutChanged("R-1"), rejected("R-1"), paused("R-1"), resumed("R-1")));
    }
}
