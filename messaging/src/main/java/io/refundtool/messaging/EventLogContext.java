package io.refundtool.messaging;

import io.refundtool.events.Envelope;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.MDC;

/**
 * Puts {@code orderId}, {@code refundId} and {@code traceId} into every log line of this thread until it is closed.
 *
 * <p>Use it in a try-with-resources around the work on one event. It holds ids only, no personal data.
 */
public final class EventLogContext implements AutoCloseable {

    public static final String ORDER_ID = "orderId";
    public static final String REFUND_ID = "refundId";
    public static final String TRACE_ID = "traceId";

    private final List<MDC.MDCCloseable> entries = new ArrayList<>();

    private EventLogContext() {}

    public static EventLogContext of(Envelope<?> envelope) {
        EventLogContext context = new EventLogContext();
        context.put(ORDER_ID, envelope.event().orderId());
        context.put(REFUND_ID, envelope.event().refundId());
        Traces.traceId(envelope.traceparent()).ifPresent(traceId -> context.put(TRACE_ID, traceId));
        return context;
    }

    private void put(String name, String value) {
        entries.add(MDC.putCloseable(name, value));
    }

    @Override
    public void close() {
        entries.forEach(MDC.MDCCloseable::close);
    }
}
