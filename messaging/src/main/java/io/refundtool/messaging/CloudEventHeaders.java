package io.refundtool.messaging;

import static io.refundtool.messaging.UnreadableCause.HEADER_MISMATCH;
import static io.refundtool.messaging.UnreadableCause.INVALID_HEADER;
import static io.refundtool.messaging.UnreadableCause.MISSING_HEADER;

import io.refundtool.events.Event;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The headers of one record, each checked when it is asked for. */
final class CloudEventHeaders {

    private static final Pattern VERSION_1_0 = Pattern.compile(Pattern.quote(CloudEvents.VERSION));
    private static final Pattern JSON_TYPE =
            Pattern.compile(Pattern.quote(CloudEvents.JSON) + "(\\s*;.*)?", Pattern.CASE_INSENSITIVE);
    private static final int QUOTED_CHARACTERS = 128;

    private final Headers headers;

    CloudEventHeaders(Headers headers) {
        this.headers = headers;
    }

    /** Text of a header that must be there. */
    String required(String name) throws UnreadableEventException {
        return optional(name)
                .orElseThrow(() -> new UnreadableEventException(
                        MISSING_HEADER, "Expected a header " + name + ", but there is none."));
    }

    Optional<String> optional(String name) throws UnreadableEventException {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        Optional<String> text = Utf8.decode(header.value());
        if (text.isEmpty()) {
            throw new UnreadableEventException(
                    INVALID_HEADER, "Expected header " + name + " to be UTF-8, but it is not.");
        }
        return text;
    }

    Instant time() throws UnreadableEventException {
        String text = required(CloudEvents.TIME);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid(CloudEvents.TIME, "an RFC 3339 time", text);
        }
    }

    /** W3C Trace Context: a traceparent that cannot be read is as good as none. */
    @Nullable
    String traceparent() {
        return CloudEvents.text(headers, CloudEvents.TRACEPARENT)
                .filter(Traces::isValid)
                .orElse(null);
    }

    /** The content type may be missing, as in any CloudEvent, but may not be another one. */
    void requireJsonOfVersion1() throws UnreadableEventException {
        String version = required(CloudEvents.SPEC_VERSION);
        if (!VERSION_1_0.matcher(version).matches()) {
            throw invalid(CloudEvents.SPEC_VERSION, CloudEvents.VERSION, version);
        }
        String contentType = optional(CloudEvents.CONTENT_TYPE).orElse(CloudEvents.JSON);
        if (!JSON_TYPE.matcher(contentType).matches()) {
            throw invalid(CloudEvents.CONTENT_TYPE, CloudEvents.JSON, contentType);
        }
    }

    /** Headers that say again what the body says may be missing, but readers who skip by them must not be misled. */
    void requireSameAs(Event event) throws UnreadableEventException {
        requireSame(CloudEvents.SUBJECT, event.refundId(), "refundId");
        requireSame(CloudEvents.PARTITION_KEY, event.orderId(), "orderId");
        requireSame(CloudEvents.COUNTRY, event.country().wire(), "country");
    }

    private void requireSame(String name, String expected, String property) throws UnreadableEventException {
        String actual = optional(name).orElse(expected);
        if (!actual.equals(expected)) {
            throw new UnreadableEventException(
                    HEADER_MISMATCH,
                    "Expected header " + name + " to be the event's " + property + " " + expected + ", but it is "
                            + quote(actual) + ".");
        }
    }

    private static UnreadableEventException invalid(String name, String expected, String actual) {
        return new UnreadableEventException(
                INVALID_HEADER,
                "Expected header " + name + " to be " + expected + ", but it is " + quote(actual) + ".");
    }

    static String quote(@Nullable String text) {
        if (text == null) {
            return "missing or not UTF-8";
        }
        return text.length() <= QUOTED_CHARACTERS
                ? "'" + text + "'"
                : "'" + text.substring(0, QUOTED_CHARACTERS) + "…'";
    }
}
