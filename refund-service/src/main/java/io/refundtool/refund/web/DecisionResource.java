package io.refundtool.refund.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.refundtool.events.common.Payout;
import io.refundtool.events.operator.MarkedPaid;
import io.refundtool.events.operator.NoteAdded;
import io.refundtool.events.operator.OperatorDecision;
import io.refundtool.events.operator.Paused;
import io.refundtool.events.operator.PayoutChanged;
import io.refundtool.events.operator.RefundRejected;
import io.refundtool.events.operator.Resumed;
import io.refundtool.events.operator.RetryOrdered;
import io.refundtool.refund.operators.DecisionHistory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decision and what became of it: who, when, why, with what effect.
 *
 * @param sequence among the events of the order
 * @param outcome what the state machine made of it
 * @param outcomeReason why it had no effect, or none yet
 * @param announced ids of the events that it caused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionResource(
        long sequence,
        String eventId,
        String decision,
        String operator,
        Instant decidedAt,
        String reason,
        @Nullable Payout payout,
        @Nullable String transactionId,
        @Nullable Instant paidAt,
        @Nullable String note,
        String outcome,
        @Nullable String outcomeReason,
        List<String> announced) {

    private record Detail(
            @Nullable Payout payout,
            @Nullable String transactionId,
            @Nullable Instant paidAt,
            @Nullable String note) {}

    static DecisionResource of(DecisionHistory.Applied applied) {
        OperatorDecision decision = applied.decision();
        Detail detail = detail(decision);
        return new DecisionResource(
                applied.entry().sequence(),
                applied.entry().eventId(),
                applied.kind().word(),
                decision.operator(),
                decision.decidedAt(),
                decision.reason(),
                detail.payout(),
                detail.transactionId(),
                detail.paidAt(),
                detail.note(),
                applied.entry().outcome().name().toLowerCase(Locale.ROOT),
                applied.entry().reason(),
                applied.entry().announced());
    }

    private static Detail detail(OperatorDecision decision) {
        return switch (decision) {
            case PayoutChanged it -> new Detail(it.payout(), null, null, null);
            case MarkedPaid it -> new Detail(null, it.transactionId(), it.paidAt(), null);
            case NoteAdded it -> new Detail(null, null, null, it.note());
            case RetryOrdered _, RefundRejected _, Paused _, Resumed _ -> new Detail(null, null, null, null);
        };
    }
}
