package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.ClarificationNeeded;
import io.refundtool.events.refund.Fiscalized;
import io.refundtool.events.refund.MoneyRefunded;
import io.refundtool.events.refund.MoneyReversed;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.events.refund.ReversalStarted;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.Transaction;
import io.refundtool.refund.domain.Transaction.Fate;
import io.refundtool.refund.domain.Wait;
import io.refundtool.refund.domain.Waits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Nobody is waited for who was not told. */
final class Announced {

    private final Set<String> told = new HashSet<>();

    void add(RefundUpdate update) {
        if (update instanceof MoneyRefunded && update.refund().status() == RefundStatus.REVERSING) {
            assertThat(update.refund().fiscalization())
                    .as("receipt of a movement out that is told once more while the money comes back")
                    .isEqualTo(FiscalizationResult.PENDING);
        }
        asks(update).forEach(ask -> told.add(update.refundId() + " " + ask));
    }

    void check(Refund refund) {
        for (Wait wait : Waits.of(refund)) {
            assertThat(told)
                    .as("what was announced, and %s is waited for", wait)
                    .containsAll(needed(refund, wait.awaited()).stream()
                            .map(ask -> refund.refundId() + " " + ask)
                            .toList());
        }
    }

    /** What each announcement asks somebody for. */
    static List<String> asks(RefundUpdate update) {
        return switch (update) {
            case Approved approved -> payouts(approved.refund());
            case MoneyRefunded moved -> List.of("receipt " + moved.movementId());
            case MoneyReversed moved -> List.of("receipt " + moved.movementId());
            case ReversalStarted started ->
                started.transactions().stream()
                        .map(transaction -> "back " + transaction.part() + " " + transaction.transactionId())
                        .toList();
            case ClarificationNeeded _ -> List.of("clarification");
            case Fiscalized _ -> List.of("notification");
            default -> List.of();
        };
    }

    /** What must have been asked for before a refund waits like this. */
    static List<String> needed(Refund refund, Awaited awaited) {
        return switch (awaited) {
            case PAYMENT -> pending(refund.ledger().plan().parts().stream());
            case REVERSAL ->
                refund.ledger().transactions().stream()
                        .filter(transaction -> transaction.fate() == Fate.REVERSAL_ASKED)
                        .map(Announced::back)
                        .toList();
            case RECEIPT -> List.of("receipt " + Movements.current(refund));
            case CLARIFICATION -> List.of("clarification");
            case NOTIFICATION -> List.of("notification");
            case REQUEST -> List.of();
        };
    }

    private static String back(Transaction transaction) {
        return "back " + transaction.part() + " " + transaction.transactionId();
    }

    private static List<String> payouts(RefundSnapshot snapshot) {
        return pending(snapshot.parts().stream());
    }

    private static List<String> pending(Stream<PayoutPart> parts) {
        return parts.filter(part -> part.result() == PartResult.PENDING)
                .map(part -> "pay " + part.idempotencyKey())
                .toList();
    }
}
