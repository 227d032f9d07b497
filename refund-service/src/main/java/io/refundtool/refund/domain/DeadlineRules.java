package io.refundtool.refund.domain;

import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.deadline.DeadlineEvent;
import io.refundtool.events.deadline.DeadlinePassed;
import java.util.List;
import java.util.Optional;

/**
 * What follows when something did not come in time: it is announced again under the same keys; after the last attempt
 * the waiting ends. The limits are those of the deadline itself, so the log can be folded under other settings.
 */
final class DeadlineRules {

    private DeadlineRules() {}

    static Step step(Refund refund, EventMeta meta, DeadlineEvent event) {
        DeadlinePassed passed = switch (event) {
            case DeadlinePassed it -> it;
        };
        Wait wait = new Wait(passed.awaited(), passed.round(), passed.attempt());
        Optional<Wait> open = Waits.of(refund).stream().filter(wait::equals).findFirst();
        if (open.isEmpty()) {
            return Reasons.ignored(
                    refund, meta, "a refund that waits for " + passed.awaited().wire());
        }
        return passed.attempt() < passed.limit() ? again(refund, wait, passed) : over(refund, passed);
    }

    private static Step again(Refund refund, Wait wait, DeadlinePassed passed) {
        List<Telling> tellings = RefundLedger.plus(overdue(passed), Holds.again(wait.awaited()));
        return new Step.Turned(new Turn(refund.with(refund.ledger().withAgain(wait)), tellings));
    }

    private static Step over(Refund refund, DeadlinePassed passed) {
        return switch (passed.awaited()) {
            case PAYMENT -> hold(refund, passed, HoldCode.PAYMENT_SILENT);
            case RECEIPT -> hold(refund, passed, HoldCode.RECEIPT_SILENT);
            case REVERSAL -> hold(refund, passed, HoldCode.REVERSAL_SILENT);
            case NOTIFICATION ->
                new Step.Noted(
                        refund.with(refund.ledger().with(NotificationResult.SILENT)),
                        "Notifications did not answer in time");
            case CLARIFICATION ->
                Endings.begin(
                        refund, new Ending(Ending.Kind.NOT_CLARIFIED, "BOB did not clarify where the money shall go"));
            case REQUEST -> throw new IllegalStateException("Expected no known refund to wait for its request");
        };
    }

    private static Step hold(Refund refund, DeadlinePassed passed, HoldCode code) {
        Turn hold = Holds.hold(
                refund,
                code,
                "Expected an answer (%s) for refund %s, but %d announcements of it were not answered in time",
                passed.awaited().wire(),
                refund.refundId(),
                passed.attempt());
        List<Telling> tellings = RefundLedger.plus(overdue(passed), new Telling.State());
        return new Step.Turned(new Turn(hold.next(), tellings));
    }

    private static List<Telling> overdue(DeadlinePassed passed) {
        return switch (passed.awaited()) {
            case PAYMENT, REVERSAL -> List.of(new Telling.PaymentOverdue(passed.dueAt(), passed.attempt()));
            case RECEIPT -> List.of(new Telling.ReceiptOverdue(passed.dueAt(), passed.attempt()));
            case NOTIFICATION, CLARIFICATION, REQUEST -> List.of();
        };
    }
}
