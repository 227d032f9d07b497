package io.refundtool.refund.domain;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.bob.BobRefundEvent;
import io.refundtool.events.deadline.DeadlineEvent;
import io.refundtool.events.fiscalization.FiscalizationUpdate;
import io.refundtool.events.notifications.NotificationsUpdate;
import io.refundtool.events.operator.OperatorDecision;
import io.refundtool.events.payment.PaymentUpdate;

/** Everything that can change a refund: one case for each topic that the state machine reads. */
public sealed interface RefundEvent {
    EventMeta meta();

    Event event();

    record FromBob(EventMeta meta, BobRefundEvent event) implements RefundEvent {}

    record FromPayment(EventMeta meta, PaymentUpdate event) implements RefundEvent {}

    record FromFiscalization(EventMeta meta, FiscalizationUpdate event) implements RefundEvent {}

    record FromNotifications(EventMeta meta, NotificationsUpdate event) implements RefundEvent {}

    record FromOperator(EventMeta meta, OperatorDecision event) implements RefundEvent {}

    record FromDeadline(EventMeta meta, DeadlineEvent event) implements RefundEvent {}

    /**
     * Sorts an event by the topic it belongs to.
     *
     * @throws IllegalArgumentException for an event that the state machine does not read; a bug of the caller
     */
    static RefundEvent of(Envelope<?> envelope) {
        EventMeta meta = new EventMeta(envelope.id(), envelope.type().wireName(), envelope.time());
        return switch (envelope.event()) {
            case BobRefundEvent event -> new FromBob(meta, event);
            case PaymentUpdate event -> new FromPayment(meta, event);
            case FiscalizationUpdate event -> new FromFiscalization(meta, event);
            case NotificationsUpdate event -> new FromNotifications(meta, event);
            case OperatorDecision event -> new FromOperator(meta, event);
            case DeadlineEvent event -> new FromDeadline(meta, event);
            default ->
                throw new IllegalArgumentException(
                        "Expected an event that changes refunds, but got %s".formatted(meta.type()));
        };
    }
}
