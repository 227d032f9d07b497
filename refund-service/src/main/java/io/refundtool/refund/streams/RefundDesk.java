package io.refundtool.refund.streams;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.messaging.RecordOrigin;
import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundDecider;
import io.refundtool.refund.domain.RefundEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;

/** Decides an event that is new, and writes and tells what came of it. It knows no context: the processor gives the time. */
final class RefundDesk {

    private final RefundParts parts;

    RefundDesk(RefundParts parts) {
        this.parts = parts;
    }

    /** @param now by the clock, from which what is waited for is due */
    void decide(Record<byte[], byte[]> incoming, RecordOrigin origin, Envelope<?> envelope, Instant now) {
        Event event = envelope.event();
        OrderRefunds.Needed needed = parts.refunds().neededBy(event);
        OrderState order = known(needed.order(), event);
        Decision decision = RefundDecider.decide(order, RefundEvent.of(envelope));
        watch(needed, order, envelope, decision, now);
        long number = parts.sequence().next(event.orderId());
        String data = new String(incoming.value(), StandardCharsets.UTF_8);
        parts.sequence()
                .append(envelope, incoming.value(), SequenceEntries.of(number, envelope, origin, decision, data));
        keepOrTakeEarly(order, event, decision, number);
        parts.forwarder().tell(incoming, origin, envelope, decision);
    }

    /** What the decider needs to know of the order; only a refund that is not there can have early events. */
    private OrderState known(OrderState order, Event event) {
        boolean first = parts.sequence().next(event.orderId()) == 1;
        return first || order.refund(event.refundId()).isPresent()
                ? order
                : parts.early().addTo(order, event.orderId(), event.refundId());
    }

    /** Writes the refund that the event changed, and sets the clock for what it waits for. */
    private void watch(
            OrderRefunds.Needed needed, OrderState order, Envelope<?> envelope, Decision decision, Instant now) {
        if (decision instanceof Decision.Accepted(Refund next, var _, var _)) {
            WatchedRefund before = needed.refund().orElseGet(() -> WatchedRefund.unwatched(next));
            parts.refunds().put(parts.deadlines().next(before, next, envelope.traceparent(), now));
        } else if (decision instanceof Decision.Early
                && order.early(envelope.event().refundId()).isEmpty()) {
            parts.deadlines().expectRequest(envelope, now);
        }
    }

    private void keepOrTakeEarly(OrderState order, Event event, Decision decision, long number) {
        if (decision instanceof Decision.Early) {
            parts.early().keep(event, number);
        } else if (decision instanceof Decision.Accepted
                && !order.early(event.refundId()).isEmpty()) {
            parts.early().taken(event);
        }
    }
}
