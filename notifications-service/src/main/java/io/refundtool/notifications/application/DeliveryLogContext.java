package io.refundtool.notifications.application;

import io.refundtool.messaging.EventLogContext;
import io.refundtool.messaging.Traces;
import io.refundtool.notifications.persistence.ClaimedDelivery;
import org.slf4j.MDC;

/** {@link EventLogContext} for a delivery that was read back from the log: the same names, ids only. */
final class DeliveryLogContext implements AutoCloseable {
    private DeliveryLogContext() {}

    static DeliveryLogContext of(ClaimedDelivery delivery) {
        MDC.put(EventLogContext.ORDER_ID, delivery.notice().orderId());
        MDC.put(EventLogContext.REFUND_ID, delivery.notice().refundId());
        Traces.traceId(delivery.traceparent()).ifPresent(id -> MDC.put(EventLogContext.TRACE_ID, id));
        return new DeliveryLogContext();
    }

    @Override
    public void close() {
        MDC.remove(EventLogContext.ORDER_ID);
        MDC.remove(EventLogContext.REFUND_ID);
        MDC.remove(EventLogContext.TRACE_ID);
    }
}
