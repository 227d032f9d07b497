package io.refundtool.refund.domain;

import io.refundtool.events.common.Receipt;
import io.refundtool.events.fiscalization.FiscalizationUpdate;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.events.fiscalization.ReceiptNotRequired;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import java.util.Optional;

/** What Fiscalization's word adds to a refund: the answer for a movement, even before the movement is known here. */
final class FiscalizationRules {

    private FiscalizationRules() {}

    static Step step(Refund refund, EventMeta meta, FiscalizationUpdate update) {
        Optional<Movement> movement = Movement.of(refund.asked(), movementOf(update));
        if (movement.isEmpty() || refund.ledger().plan().parts().isEmpty()) {
            return Reasons.ignored(refund, meta, "a movement of the refund's money");
        }
        Fiscal fiscal = refund.ledger().fiscal();
        ReceiptAnswer known = fiscal.answer(movement.get());
        if (known != null && known.settled()) {
            return Reasons.ignored(refund, meta, "a movement of money that has no receipt yet");
        }
        return new Step.Noted(
                refund.with(refund.ledger().with(fiscal.answered(movement.get(), answer(refund, update)))),
                "Kept until the movement of money is known");
    }

    private static ReceiptAnswer answer(Refund refund, FiscalizationUpdate update) {
        return switch (update) {
            case ReceiptRegistered registered -> registered(refund, registered);
            case ReceiptNotRequired _ -> new ReceiptAnswer.NotRequired();
            case ReceiptFailed failed -> new ReceiptAnswer.Failed(failed.code(), failed.reason());
        };
    }

    private static ReceiptAnswer registered(Refund refund, ReceiptRegistered registered) {
        long amount = refund.asked().amountMinor();
        long receipts =
                registered.receipts().stream().mapToLong(Receipt::amountMinor).sum();
        boolean matches = registered.amountMinor() == amount
                && receipts == amount
                && registered.currency() == refund.asked().currency();
        return matches
                ? new ReceiptAnswer.Registered(registered.receipts())
                : new ReceiptAnswer.Contradicting(Reasons.sentence(
                        "Expected receipts of %d %s for movement %s, but receipts of %d %s are registered",
                        amount,
                        refund.asked().currency().wire(),
                        registered.movementId(),
                        receipts,
                        registered.currency().wire()));
    }

    private static String movementOf(FiscalizationUpdate update) {
        return switch (update) {
            case ReceiptRegistered registered -> registered.movementId();
            case ReceiptNotRequired notRequired -> notRequired.movementId();
            case ReceiptFailed failed -> failed.movementId();
        };
    }
}
