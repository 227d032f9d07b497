package io.refundtool.refund.domain;

import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.DeclineCode;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.Payout;
import io.refundtool.refund.domain.Transaction.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a refund, in whatever order it became known: the state follows from it. That is why answers of
 * different systems may overtake each other and the refund still ends the same.
 *
 * @param plan how it is to be paid out; without parts where it was rejected at once
 * @param transactions money that moved, in the order in which Payment told it
 * @param declines payouts that Payment declined
 * @param clarifications where BOB says the money shall go, as far as nobody has asked yet
 * @param told whether the customer was told
 * @param ending why the refund is not wanted any more; null while it is
 * @param waits what is waited for, with a deadline each
 * @param rounds how many waits there were so far
 */
public record RefundLedger(
        PayoutPlan plan,
        List<Transaction> transactions,
        List<Decline> declines,
        List<Payout> clarifications,
        Fiscal fiscal,
        NotificationResult told,
        @Nullable Ending ending,
        List<Wait> waits,
        int rounds) {

    /** Payment would have to pay a refund this often; more than that is told to a person. */
    static final int MAX_TRANSACTIONS = 50;

    static final int MAX_DECLINES = 50;
    static final int MAX_CLARIFICATIONS = 10;

    /** A payout that Payment declined. */
    public record Decline(String idempotencyKey, DeclineCode code) {}

    public RefundLedger {
        transactions = List.copyOf(transactions);
        declines = List.copyOf(declines);
        clarifications = List.copyOf(clarifications);
        waits = List.copyOf(waits);
    }

    static RefundLedger of(PayoutPlan plan) {
        return new RefundLedger(
                plan, List.of(), List.of(), List.of(), Fiscal.NONE, NotificationResult.NONE, null, List.of(), 0);
    }

    boolean has(Fate fate) {
        return transactions.stream().anyMatch(transaction -> transaction.fate() == fate);
    }

    boolean allCameBack() {
        return transactions.stream().allMatch(Transaction::cameBack);
    }

    Optional<Transaction> transaction(int part, String transactionId) {
        return transactions.stream()
                .filter(transaction -> transaction.is(part, transactionId))
                .findFirst();
    }

    Optional<Decline> decline(String idempotencyKey) {
        return declines.stream()
                .filter(decline -> decline.idempotencyKey().equals(idempotencyKey))
                .findFirst();
    }

    RefundLedger with(PayoutPlan next) {
        return copy(next, transactions, declines, clarifications, fiscal, told, ending);
    }

    RefundLedger with(Fiscal next) {
        return copy(plan, transactions, declines, clarifications, next, told, ending);
    }

    RefundLedger with(NotificationResult next) {
        return copy(plan, transactions, declines, clarifications, fiscal, next, ending);
    }

    RefundLedger with(Ending next) {
        return copy(plan, transactions, declines, clarifications, fiscal, told, next);
    }

    RefundLedger with(Transaction next) {
        return copy(plan, plus(transactions, next), declines, clarifications, fiscal, told, ending);
    }

    RefundLedger with(Decline next) {
        return copy(plan, transactions, plus(declines, next), clarifications, fiscal, told, ending);
    }

    RefundLedger withClarifications(List<Payout> next) {
        return copy(plan, transactions, declines, next, fiscal, told, ending);
    }

    RefundLedger withWaits(List<Wait> next, int nextRounds) {
        return new RefundLedger(plan, transactions, declines, clarifications, fiscal, told, ending, next, nextRounds);
    }

    /** What of this kind is waited for begins a new round. */
    RefundLedger without(Awaited awaited) {
        return withWaits(
                waits.stream().filter(wait -> wait.awaited() != awaited).toList(), rounds);
    }

    /** The wait of this kind was announced once more. */
    RefundLedger withAgain(Wait announced) {
        return withWaits(
                waits.stream()
                        .map(wait -> wait.equals(announced) ? wait.again() : wait)
                        .toList(),
                rounds);
    }

    RefundLedger mapTransactions(UnaryOperator<Transaction> change) {
        List<Transaction> next = transactions.stream().map(change).toList();
        return copy(plan, next, declines, clarifications, fiscal, told, ending);
    }

    static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private RefundLedger copy(
            PayoutPlan nextPlan,
            List<Transaction> nextTransactions,
            List<Decline> nextDeclines,
            List<Payout> nextClarifications,
            Fiscal nextFiscal,
            NotificationResult nextTold,
            @Nullable Ending nextEnding) {
        return new RefundLedger(
                nextPlan,
                nextTransactions,
                nextDeclines,
                nextClarifications,
                nextFiscal,
                nextTold,
                nextEnding,
                waits,
                rounds);
    }
}
