package io.refundtool.refund.domain.promises;

import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.clarified;
import static io.refundtool.refund.domain.RefundEvents.markedPaid;
import static io.refundtool.refund.domain.RefundEvents.notNotified;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paused;
import static io.refundtool.refund.domain.RefundEvents.payoutChanged;
import static io.refundtool.refund.domain.RefundEvents.rejected;
import static io.refundtool.refund.domain.RefundEvents.resumed;
import static io.refundtool.refund.domain.RefundEvents.retry;

import io.refundtool.events.Event;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.Cancelled;
import io.refundtool.events.refund.ClarificationNeeded;
import io.refundtool.events.refund.Fiscalized;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.events.refund.Rejected;
import io.refundtool.events.refund.Reversed;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** BOB, operators, and Notifications on behalf of the customer. */
final class People {

    private final Conduct conduct;
    private final Consumer<Event> answers;
    private final Map<String, Integer> holds = new HashMap<>();

    People(Conduct conduct, Consumer<Event> answers) {
        this.conduct = conduct;
        this.answers = answers;
    }

    void read(RefundUpdate update) {
        String refundId = update.refundId();
        switch (update) {
            case Fiscalized _ -> fiscalized(refundId);
            case ClarificationNeeded _ -> clarify(refundId);
            case PutOnHold hold when hold.code() != HoldCode.PAUSED_BY_OPERATOR -> decide(refundId);
            case Rejected _ -> answers.accept(notified(refundId, RefundStatus.REJECTED));
            case Cancelled _ -> answers.accept(notified(refundId, RefundStatus.CANCELLED));
            case Reversed _ -> answers.accept(notified(refundId, RefundStatus.REVERSED));
            default -> {}
        }
    }

    void unasked(String refundId) {
        switch (conduct.unasked(refundId)) {
            case NOTHING -> {}
            case CANCELS -> answers.accept(cancelled(refundId));
            case REJECTS -> answers.accept(rejected(refundId));
            case PAUSES_AND_RESUMES -> {
                answers.accept(paused(refundId));
                answers.accept(resumed(refundId));
            }
        }
    }

    private void fiscalized(String refundId) {
        switch (conduct.notice(refundId)) {
            case TELLS -> answers.accept(notified(refundId, RefundStatus.FISCALIZED));
            case FAILS -> answers.accept(notNotified(refundId));
            case IS_SILENT -> {}
        }
    }

    private void clarify(String refundId) {
        switch (conduct.clarification(refundId)) {
            case CLARIFIES -> answers.accept(clarified(refundId));
            case CANCELS -> answers.accept(cancelled(refundId));
            case IS_SILENT -> decide(refundId);
        }
    }

    private void decide(String refundId) {
        int hold = holds.merge(refundId, 1, Integer::sum);
        switch (conduct.operator(refundId, hold)) {
            case LOOKS_AWAY -> {}
            case RETRIES -> answers.accept(retry(refundId));
            case CHANGES_THE_PAYOUT -> answers.accept(payoutChanged(refundId));
            case MARKS_AS_PAID -> answers.accept(markedPaid(refundId, "outside-" + hold));
            case REJECTS -> answers.accept(rejected(refundId));
        }
    }
}
