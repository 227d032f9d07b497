package io.refundtool.refund.streams;

import io.refundtool.events.Envelope;
import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import io.refundtool.events.InvalidEventException;
import io.refundtool.refund.domain.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event about an order, as it came, with what the state machine made of it.
 *
 * @param sequence counted from 1 within the order
 * @param origin where in the log the event stands
 * @param reason why nothing was announced; null where something was
 * @param announced ids of the events that this one caused
 * @param data the event's JSON, as it came
 */
public record SequenceEntry(
        long sequence,
        String eventId,
        String source,
        String eventType,
        Instant time,
        @Nullable String traceparent,
        Origin origin,
        Outcome outcome,
        @Nullable String reason,
        List<String> announced,
        String data) {

    /** What became of an event. */
    public enum Outcome {
        ACCEPTED,
        IGNORED,
        /** Kept until the refund is requested. */
        EARLY,
        REFUSED
    }

    /** A place in the log. */
    public record Origin(String topic, int partition, long offset) {}

    public SequenceEntry {
        announced = List.copyOf(announced);
    }

    /** An entry as the store and its changelog have it. */
    public static SequenceEntry read(byte[] bytes) {
        return SequenceEntrySerde.read(bytes);
    }

    /**
     * The event as it was decided.
     *
     * @throws IllegalStateException if it cannot be read any more: it could when it was kept
     */
    public Envelope<?> envelope() {
        try {
            EventType type = EventType.of(eventType).orElseThrow(() -> unreadable(null));
            return new Envelope<>(
                    eventId, source, time, traceparent, EventCodec.read(type, data.getBytes(StandardCharsets.UTF_8)));
        } catch (InvalidEventException e) {
            throw unreadable(e);
        }
    }

    /** The entry as it would be, had this been decided. */
    public SequenceEntry decided(Decision decision) {
        return SequenceEntries.again(this, decision);
    }

    private IllegalStateException unreadable(@Nullable InvalidEventException cause) {
        return new IllegalStateException(
                "Expected event %s to be readable as it was when it was kept".formatted(eventId), cause);
    }
}
