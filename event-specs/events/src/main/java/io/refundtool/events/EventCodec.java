package io.refundtool.events;

import io.refundtool.events.json.JsonStreams;

/**
 * Reads and writes events as JSON in UTF-8.
 *
 * <p>The same event is always written as the same bytes: properties in the order of the spec, no white space, absent
 * properties left out, times in their shortest form. Reading refuses what the event's schema refuses. It never coerces
 * a value into another type.
 */
public final class EventCodec {

    private EventCodec() {}

    public static byte[] write(Event event) {
        return JsonStreams.write(event);
    }

    /**
     * Reads an event as consumers do: a property that the spec does not have is skipped, since a later edition of the
     * same version may have added it.
     *
     * @throws InvalidEventException if the bytes are no such event
     */
    public static Event read(EventType type, byte[] json) {
        return JsonStreams.read(type, json, false);
    }

    /**
     * Reads an event and refuses properties that the spec does not have, as its schema does: for the gateway, where a
     * misspelt property would otherwise be lost in silence.
     *
     * @throws InvalidEventException if the bytes are no such event
     */
    public static Event readStrictly(EventType type, byte[] json) {
        return JsonStreams.read(type, json, true);
    }
}
