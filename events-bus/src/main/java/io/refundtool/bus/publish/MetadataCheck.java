package io.refundtool.bus.publish;

import io.refundtool.events.EventType;
import io.refundtool.messaging.Traces;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks an item's {@code metadata}. Ids and times are as narrow as in the specs' {@code EventId} and
 * {@code Timestamp}, because other events name them as their cause: nothing that is accepted here may be refused there.
 */
final class MetadataCheck {

    private static final Set<String> SENT_BY_PRODUCERS = Set.of("eid", "occurred_at", "flow_id", "event_type");
    private static final Predicate<String> EVENT_ID =
            Pattern.compile("[\\x21-\\x7E]{1,128}").asMatchPredicate();
    private static final Predicate<String> TIME = Pattern.compile(
                    "[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})")
            .asMatchPredicate();
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    private final List<Complaint> complaints = new ArrayList<>();
    private final EventType type;

    MetadataCheck(EventType type) {
        this.type = type;
    }

    List<Complaint> complaints() {
        return complaints;
    }

    /** The checked metadata, or null when {@link #complaints()} says why not. */
    @Nullable
    Metadata check(JsonNode metadata) {
        if (!metadata.isObject()) {
            complaints.add(Sentences.notAnObject("/metadata", metadata));
            return null;
        }
        refuseOthers(metadata);
        String eid = text(metadata, "eid", EVENT_ID, "1 to 128 printable ASCII characters without spaces");
        Instant occurredAt = occurredAt(metadata);
        String flowId = metadata.has("flow_id")
                ? text(metadata, "flow_id", Traces::isValid, "a traceparent of W3C Trace Context, version 00")
                : null;
        if (eid == null || occurredAt == null || !complaints.isEmpty()) {
            return null;
        }
        return new Metadata(eid, occurredAt, flowId);
    }

    private void refuseOthers(JsonNode metadata) {
        for (String name : metadata.propertyNames()) {
            if (!SENT_BY_PRODUCERS.contains(name)) {
                complain(
                        "",
                        "additionalProperties",
                        "must not have %s, but does: the gateway sets what is not the producer's"
                                .formatted(Sentences.quoted(name)));
                return;
            }
        }
        if (metadata.has("event_type")
                && !type.wireName().equals(metadata.path("event_type").stringValue(null))) {
            complain("/event_type", "const", "must be " + type.wireName() + " as in the path, but is not");
        }
    }

    private @Nullable Instant occurredAt(JsonNode metadata) {
        String expected = "an RFC 3339 time with at most microseconds";
        String text = text(metadata, "occurred_at", TIME, expected);
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeException e) {
            // Not a day of the calendar, or not an hour of the day: the sentence below says what is expected.
        }
        complain("/occurred_at", "format", "must be " + expected + ", but is another text");
        return null;
    }

    private @Nullable String text(JsonNode metadata, String name, Predicate<String> allowed, String expected) {
        JsonNode value = metadata.path(name);
        String text = value.stringValue(null);
        if (value.isMissingNode()) {
            complain("/" + name, "required", "must be there, but is missing");
        } else if (text == null) {
            complain("/" + name, "type", "must be a string, but is " + Sentences.kindOf(value));
        } else if (allowed.test(text)) {
            return text;
        } else {
            complain("/" + name, "pattern", "must be " + expected + ", but is another text");
        }
        return null;
    }

    private void complain(String location, String keyword, String sentence) {
        complaints.add(new Complaint("/metadata" + location, keyword, sentence));
    }
}
