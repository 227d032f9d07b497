package io.refundtool.refund.domain;

import io.refundtool.refund.domain.RefundEvent.FromBob;
import io.refundtool.refund.domain.RefundEvent.FromDeadline;
import io.refundtool.refund.domain.RefundEvent.FromFiscalization;
import io.refundtool.refund.domain.RefundEvent.FromNotifications;
import io.refundtool.refund.domain.RefundEvent.FromOperator;
import io.refundtool.refund.domain.RefundEvent.FromPayment;

/** What an event adds to what is known of a refund, for every state and every event. */
final class RefundEvolution {

    private RefundEvolution() {}

    static Step step(Refund refund, RefundEvent event) {
        return switch (event) {
            case FromBob(EventMeta meta, var told) -> BobRules.step(refund, meta, told);
            case FromPayment(EventMeta meta, var update) -> PaymentRules.step(refund, meta, update);
            case FromFiscalization(EventMeta meta, var update) -> FiscalizationRules.step(refund, meta, update);
            case FromNotifications(EventMeta meta, var update) -> NotificationRules.step(refund, meta, update);
            case FromOperator(EventMeta meta, var decision) -> OperatorRules.step(refund, meta, decision);
            case FromDeadline(EventMeta meta, var deadline) -> DeadlineRules.step(refund, meta, deadline);
        };
    }
}
