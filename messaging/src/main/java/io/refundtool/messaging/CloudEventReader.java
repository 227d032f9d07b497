package io.refundtool.messaging;

import static io.refundtool.messaging.CloudEventHeaders.quote;
import static io.refundtool.messaging.UnreadableCause.INVALID_EVENT;
import static io.refundtool.messaging.UnreadableCause.INVALID_HEADER;
import static io.refundtool.messaging.UnreadableCause.KEY_MISMATCH;
import static io.refundtool.messaging.UnreadableCause.MISSING_BODY;
import static io.refundtool.messaging.UnreadableCause.MISSING_TYPE;
import static io.refundtool.messaging.UnreadableCause.UNKNOWN_TYPE;
import static io.refundtool.messaging.UnreadableCause.UNKNOWN_VERSION;
import static io.refundtool.messaging.UnreadableCause.UNREADABLE_BODY;
import static io.refundtool.messaging.UnreadableCause.WRONG_TOPIC;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import io.refundtool.events.InvalidEventException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads one record; the type comes first, so that nothing else is looked at when it is unknown. */
final class CloudEventReader {

    private static final Pattern VERSION_SUFFIX = Pattern.compile("\\.v[0-9]+$");

    private final CloudEventHeaders headers;
    private final EventType type;

    CloudEventReader(Headers headers) throws UnreadableEventException {
        this.headers = new CloudEventHeaders(headers);
        this.type = type(this.headers);
    }

    Envelope<?> read(byte @Nullable [] value) throws UnreadableEventException {
        headers.requireJsonOfVersion1();
        String id = headers.required(CloudEvents.ID);
        String source = headers.required(CloudEvents.SOURCE);
        Instant time = headers.time();
        Event event = event(value);
        headers.requireSameAs(event);
        try {
            return new Envelope<>(id, source, time, headers.traceparent(), event);
        } catch (InvalidEventException e) {
            throw new UnreadableEventException(INVALID_HEADER, "In the headers ce_*: " + e.getMessage());
        }
    }

    void requireTopic(String topicName) throws UnreadableEventException {
        String expected = type.topic().topicName();
        if (!expected.equals(topicName)) {
            throw new UnreadableEventException(
                    WRONG_TOPIC,
                    "Expected " + type.wireName() + " in topic " + expected + ", but it is in " + topicName + ".");
        }
    }

    static void requireKey(@Nullable String key, Event event) throws UnreadableEventException {
        if (!event.orderId().equals(key)) {
            throw new UnreadableEventException(
                    KEY_MISMATCH,
                    "Expected the key to be the order id " + event.orderId() + ", but it is " + quote(key) + ".");
        }
    }

    private static EventType type(CloudEventHeaders headers) throws UnreadableEventException {
        String name = headers.optional(CloudEvents.TYPE)
                .orElseThrow(() ->
                        new UnreadableEventException(MISSING_TYPE, "Expected a header ce_type, but there is none."));
        Optional<EventType> type = EventType.of(name);
        if (type.isEmpty()) {
            throw unknown(name);
        }
        return type.get();
    }

    private static UnreadableEventException unknown(String name) {
        String[] known = Arrays.stream(EventType.values())
                .map(EventType::wireName)
                .filter(other -> withoutVersion(other).equals(withoutVersion(name)))
                .toArray(String[]::new);
        return known.length == 0
                ? new UnreadableEventException(
                        UNKNOWN_TYPE, "Expected a known event type, but ce_type is " + quote(name) + ".")
                : new UnreadableEventException(
                        UNKNOWN_VERSION,
                        "Expected " + String.join(" or ", known) + ", but ce_type is " + quote(name) + ".");
    }

    private static String withoutVersion(String name) {
        return VERSION_SUFFIX.matcher(name).replaceFirst("");
    }

    private Event event(byte @Nullable [] value) throws UnreadableEventException {
        if (value == null || value.length == 0) {
            throw new UnreadableEventException(
                    MISSING_BODY, "Expected " + type.wireName() + " to have a body, but there is none.");
        }
        try {
            return EventCodec.read(type, value);
        } catch (InvalidEventException e) {
            throw new UnreadableEventException(
                    JsonBody.isJson(value) ? INVALID_EVENT : UNREADABLE_BODY, String.valueOf(e.getMessage()));
        }
    }
}
