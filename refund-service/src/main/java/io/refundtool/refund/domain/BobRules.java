package io.refundtool.refund.domain;

import io.refundtool.events.bob.BobRefundEvent;
import io.refundtool.events.bob.RefundCancellationRequested;
import io.refundtool.events.bob.RefundClarified;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.Payout;
import io.refundtool.refund.domain.RefundState.Cancelled;
import io.refundtool.refund.domain.RefundState.Completed;
import io.refundtool.refund.domain.RefundState.Rejected;
import io.refundtool.refund.domain.RefundState.Reversed;
import io.refundtool.refund.domain.RefundState.Reversing;
import java.util.List;

/** What BOB's word adds to a refund that exists. */
final class BobRules {

    private BobRules() {}

    static Step step(Refund refund, EventMeta meta, BobRefundEvent told) {
        return switch (told) {
            case RefundRequested request -> RequestRules.again(refund, request);
            case RefundClarified clarified -> clarified(refund, meta, clarified.payout());
            case RefundCancellationRequested cancellation -> cancelled(refund, meta, cancellation);
        };
    }

    /** Kept until it is needed: the decline that BOB asked the customer about may be read after BOB's answer. */
    private static Step clarified(Refund refund, EventMeta meta, Payout payout) {
        List<Payout> kept = refund.ledger().clarifications();
        if (Endings.begun(refund)) {
            return Reasons.ignored(refund, meta, "a refund that is wanted");
        }
        if (kept.size() == RefundLedger.MAX_CLARIFICATIONS) {
            return Reasons.ignored(
                    refund, meta, "at most %d clarifications that nobody asked for".formatted(kept.size()));
        }
        return new Step.Noted(
                refund.with(refund.ledger().withClarifications(RefundLedger.plus(kept, payout))),
                "Kept until a clarification is needed");
    }

    private static Step cancelled(Refund refund, EventMeta meta, RefundCancellationRequested cancellation) {
        return switch (refund.underlying()) {
            case Completed _, Rejected _, Cancelled _, Reversed _, Reversing _ ->
                Reasons.ignored(refund, meta, "a refund that has not ended");
            default ->
                Endings.begin(
                        refund,
                        new Ending(
                                Ending.Kind.CANCELLED_BY_BOB,
                                cancellation.reason() == null
                                        ? "BOB took the request back"
                                        : Reasons.sentence("BOB took the request back: %s", cancellation.reason())));
        };
    }
}
