package io.refundtool.refund.domain.promises;

import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.clarified;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.overdue;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.receiptFailed;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.resumed;
import static io.refundtool.refund.domain.RefundEvents.retry;
import static io.refundtool.refund.domain.RefundEvents.returned;
import static io.refundtool.refund.domain.RefundEvents.reversalDeclined;
import static io.refundtool.refund.domain.RefundEvents.reversed;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundState;
import io.refundtool.refund.domain.Transaction;
import io.refundtool.refund.domain.Transaction.Fate;
import io.refundtool.refund.domain.Wait;
import io.refundtool.refund.domain.Waits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the world would say next, as a refund stands. */
final class NextEvent {

    private static final int MAX_LIMIT = 3;

    private final Choices choices;

    NextEvent(Choices choices) {
        this.choices = choices;
    }

    Optional<Event> of(Refund refund) {
        List<Wait> waits = Waits.of(refund);
        if (refund.state() instanceof RefundState.OnHold(HoldCode code, var _, var _)) {
            return choices.onceIn(3)
                    ? Optional.empty()
                    : Optional.of(
                            code == HoldCode.PAUSED_BY_OPERATOR
                                    ? resumed(refund.refundId())
                                    : retry(refund.refundId()));
        }
        if (waits.isEmpty()) {
            return lateFailure(refund);
        }
        Wait wait = waits.get(choices.below(waits.size()));
        return choices.onceIn(5) ? Optional.of(late(refund, wait)) : answer(refund, wait.awaited());
    }

    private Event late(Refund refund, Wait wait) {
        return overdue(refund.refundId(), wait.awaited(), wait.round(), wait.attempt(), 1 + choices.below(MAX_LIMIT));
    }

    private Optional<Event> answer(Refund refund, Awaited awaited) {
        return switch (awaited) {
            case PAYMENT -> payment(refund);
            case REVERSAL -> reversal(refund);
            case RECEIPT -> Optional.of(receipt(refund));
            case NOTIFICATION -> Optional.of(notified(refund.refundId(), RefundStatus.FISCALIZED));
            case CLARIFICATION -> Optional.of(clarified(refund.refundId()));
            case REQUEST -> Optional.empty();
        };
    }

    private Optional<Event> payment(Refund refund) {
        return refund.ledger().plan().parts().stream()
                .filter(part -> part.result() == PartResult.PENDING)
                .findFirst()
                .map(part -> payment(refund, part));
    }

    private Event payment(Refund refund, PayoutPart part) {
        int tries = Keys.tryOf(part.idempotencyKey());
        return choices.onceIn(4)
                ? declined(refund.refundId(), part.part(), tries)
                : paid(refund.refundId(), part.part(), tries, part.amountMinor(), transaction(refund));
    }

    private static String transaction(Refund refund) {
        return "T-" + refund.ledger().transactions().size();
    }

    private Optional<Event> reversal(Refund refund) {
        return transaction(refund, Fate.REVERSAL_ASKED)
                .map(asked -> choices.onceIn(4)
                        ? reversalDeclined(refund.refundId(), asked.part(), asked.transactionId())
                        : reversed(refund.refundId(), asked.part(), asked.amountMinor(), asked.transactionId()));
    }

    private Event receipt(Refund refund) {
        String movement = Movements.current(refund);
        return choices.onceIn(5)
                ? receiptFailed(refund.refundId(), movement)
                : registered(refund.refundId(), movement, refund.asked().amountMinor());
    }

    private Optional<Event> lateFailure(Refund refund) {
        @Nullable Transaction paid = transaction(refund, Fate.PAID).orElse(null);
        return paid == null || !choices.onceIn(2)
                ? Optional.empty()
                : Optional.of(returned(refund.refundId(), paid.part(), paid.amountMinor(), paid.transactionId()));
    }

    private static Optional<Transaction> transaction(Refund refund, Fate fate) {
        return refund.ledger().transactions().stream()
                .filter(transaction -> transaction.fate() == fate)
                .findFirst();
    }

    /** Idempotency keys as they are announced. */
    static final class Keys {

        private Keys() {}

        static String of(String refundId, int part, int tries) {
            return "%s/%s/%d/%d".formatted(ORDER, refundId, part, tries);
        }

        static int tryOf(String key) {
            return Integer.parseInt(key.substring(key.lastIndexOf('/') + 1));
        }
    }
}
