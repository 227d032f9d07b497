package io.refundtool.sandbox.gateway;

import io.refundtool.events.Event;
import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import java.time.Instant;

/**
 * An event on its way to the events bus.
 *
 * @param sender who says it
 * @param eid the same whenever it is sent again
 * @param data its JSON
 * @param traceparent the trace it belongs to
 */
@SuppressWarnings("ArrayRecordComponent") // Written once and read once; nobody compares these.
public record GatewayEvent(
        EventType type, Sender sender, String eid, Instant occurredAt, String traceparent, byte[] data) {

    public static GatewayEvent of(Event event, String eid, Instant occurredAt, String traceparent) {
        return new GatewayEvent(
                event.eventType(),
                Sender.of(event.eventType(), event.country()),
                eid,
                occurredAt,
                traceparent,
                EventCodec.write(event));
    }
}
