package io.refundtool.refund.domain.promises;

import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.returned;
import static io.refundtool.refund.domain.RefundEvents.reversalDeclined;
import static io.refundtool.refund.domain.RefundEvents.reversed;

import io.refundtool.events.Event;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.Completed;
import io.refundtool.events.refund.Fiscalized;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.events.refund.ReversalStarted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Payment as it should be, with its moods: it pays each key once, and its ledger is the truth about money. */
final class Payment {

    /** Money that left. */
    private static final class Entry {
        private final String refundId;
        private final int part;
        private final long amountMinor;
        private final Conduct.Payout how;
        private boolean back;

        private Entry(String refundId, PayoutPart part, long amountMinor, Conduct.Payout how) {
            this.refundId = refundId;
            this.part = part.part();
            this.amountMinor = amountMinor;
            this.how = how;
        }
    }

    private final Conduct conduct;
    private final Consumer<Event> answers;
    private final Map<String, Entry> ledger = new LinkedHashMap<>();
    private final Map<String, List<Event>> answered = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();

    Payment(Conduct conduct, Consumer<Event> answers) {
        this.conduct = conduct;
        this.answers = answers;
    }

    void read(RefundUpdate update) {
        switch (update) {
            case Approved approved ->
                approved.refund().parts().stream()
                        .filter(part -> part.result() == PartResult.PENDING)
                        .forEach(part -> pay(approved.refundId(), part));
            case ReversalStarted started ->
                started.transactions().forEach(transaction -> takeBack(started.refundId(), transaction));
            case Fiscalized _ -> comesBack(update.refundId(), Conduct.Payout.RETURNS_WHEN_FISCALIZED);
            case Completed _ -> comesBack(update.refundId(), Conduct.Payout.RETURNS_WHEN_COMPLETED);
            default -> {}
        }
    }

    /** Money out less money back. */
    long net(String refundId) {
        return ledger.values().stream()
                .filter(entry -> entry.refundId.equals(refundId) && !entry.back)
                .mapToLong(entry -> entry.amountMinor)
                .sum();
    }

    private void pay(String refundId, PayoutPart part) {
        Conduct.Payout how = conduct.payout(part.idempotencyKey());
        int time = asked.merge(part.idempotencyKey(), 1, Integer::sum);
        boolean silent =
                how == Conduct.Payout.IS_SILENT || (how == Conduct.Payout.ANSWERS_THE_SECOND_TIME && time == 1);
        if (!silent) {
            answered.computeIfAbsent(part.idempotencyKey(), _ -> firstAnswer(refundId, part, how))
                    .forEach(answers);
        }
    }

    private List<Event> firstAnswer(String refundId, PayoutPart part, Conduct.Payout how) {
        Event decline = declined(refundId, part.part(), NextEvent.Keys.tryOf(part.idempotencyKey()));
        List<Event> events = new ArrayList<>();
        switch (how) {
            case DECLINES -> events.add(decline);
            case DECLINES_AND_PAYS -> {
                events.add(decline);
                events.add(move(refundId, part, part.amountMinor(), how));
            }
            case PAYS_TWICE -> {
                events.add(move(refundId, part, part.amountMinor(), how));
                events.add(move(refundId, part, part.amountMinor(), how));
            }
            case PAYS_ANOTHER_AMOUNT -> events.add(move(refundId, part, part.amountMinor() + 1, how));
            case RETURNS_AT_ONCE -> {
                events.add(move(refundId, part, part.amountMinor(), how));
                events.add(back(part.idempotencyKey() + "#1"));
            }
            case PAYS, RETURNS_WHEN_FISCALIZED, RETURNS_WHEN_COMPLETED, ANSWERS_THE_SECOND_TIME, IS_SILENT ->
                events.add(move(refundId, part, part.amountMinor(), how));
        }
        return events;
    }

    private Event move(String refundId, PayoutPart part, long amountMinor, Conduct.Payout how) {
        String key = part.idempotencyKey();
        String id = key + (ledger.containsKey(key + "#1") ? "#2" : "#1");
        ledger.put(id, new Entry(refundId, part, amountMinor, how));
        return paid(refundId, part.part(), NextEvent.Keys.tryOf(part.idempotencyKey()), amountMinor, id);
    }

    private Event back(String transactionId) {
        Entry entry = Objects.requireNonNull(ledger.get(transactionId));
        entry.back = true;
        return returned(entry.refundId, entry.part, entry.amountMinor, transactionId);
    }

    private void comesBack(String refundId, Conduct.Payout how) {
        ledger.forEach((id, entry) -> {
            if (entry.refundId.equals(refundId) && entry.how == how && !entry.back) {
                answers.accept(back(id));
            }
        });
    }

    private void takeBack(String refundId, PaidTransaction transaction) {
        Conduct.Reversal how = conduct.reversal(refundId, transaction.part());
        int time = asked.merge(transaction.transactionId(), 1, Integer::sum);
        Entry entry = ledger.get(transaction.transactionId());
        boolean first = time == 1;
        if (entry == null || how == Conduct.Reversal.DECLINES || (first && how == Conduct.Reversal.DECLINES_ONCE)) {
            answers.accept(reversalDeclined(refundId, transaction.part(), transaction.transactionId()));
        } else if (how != Conduct.Reversal.IS_SILENT && !(first && how == Conduct.Reversal.ANSWERS_THE_SECOND_TIME)) {
            entry.back = true;
            answers.accept(reversed(refundId, entry.part, entry.amountMinor, transaction.transactionId()));
        }
    }
}
