package io.refundtool.bus.publish;

import io.refundtool.events.InvalidEventException;
import io.refundtool.events.json.Timestamps;
import io.refundtool.messaging.Traces;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The texts beside an event's data, each checked when it is asked for. Ids and times are as narrow as in the specs'
 * {@code EventId} and {@code Timestamp}, because other events name them as their cause: nothing that is accepted here
 * may be refused there.
 */
final class Fields {

    private static final int MAX_ID_LENGTH = 128;
    private static final int MAX_PLAIN_TIME_LENGTH = "2026-01-31T12:00:00.123456Z".length();
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;
    private static final String DAY_AND_TIME = "[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}";
    private static final String OFFSET = "(Z|[+-][0-9]{2}:[0-9]{2})";

    /** A form of RFC 3339, and how a complaint names it. */
    enum TimeForm {
        MICROSECONDS(6, "an RFC 3339 time with at most microseconds"),
        /** What is finer than microseconds is cut off when it is written. */
        NANOSECONDS(9, "an RFC 3339 time with at most nanoseconds");

        private final Pattern form;
        private final String name;

        TimeForm(int digits, String name) {
            this.form = Pattern.compile(DAY_AND_TIME + "(\\.[0-9]{1," + digits + "})?" + OFFSET);
            this.name = name;
        }
    }

    private final String place;
    private final JsonNode object;
    private final List<Complaint> complaints;

    /** @param place where the object is in the item, as a JSON pointer */
    Fields(String place, JsonNode object, List<Complaint> complaints) {
        this.place = place;
        this.object = object;
        this.complaints = complaints;
    }

    boolean has(String name) {
        return object.has(name);
    }

    @Nullable
    String id(String name) {
        return text(name, Fields::isId, "1 to 128 printable ASCII characters without spaces");
    }

    /** A trace context, or null when there is none. */
    @Nullable
    String trace(String name) {
        return has(name) ? text(name, Traces::isValid, "a traceparent of W3C Trace Context, version 00") : null;
    }

    /** Complains unless it is the one text that is right, or not there. */
    void constant(String name, String only, String why) {
        if (has(name) && !only.equals(object.path(name).stringValue(null))) {
            complain("/" + name, "const", "must be " + only + why + ", but is not");
        }
    }

    @Nullable
    Instant time(String name, TimeForm form) {
        Instant plain = plainTime(object.path(name).stringValue(null));
        return plain == null ? timeOfAnyForm(name, form) : plain;
    }

    /** The specs' own form, in which nearly all times come; reading it by patterns takes longer than a small event. */
    private static @Nullable Instant plainTime(@Nullable String text) {
        if (text == null || !text.endsWith("Z") || text.length() > MAX_PLAIN_TIME_LENGTH) {
            return null;
        }
        try {
            return Timestamps.parse(text);
        } catch (InvalidEventException e) {
            return null;
        }
    }

    private @Nullable Instant timeOfAnyForm(String name, TimeForm form) {
        String text = text(name, sent -> form.form.matcher(sent).matches(), form.name);
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
        complain("/" + name, "format", "must be " + form.name + ", but is another text");
        return null;
    }

    @Nullable
    String text(String name, Predicate<String> allowed, String expected) {
        JsonNode value = object.path(name);
        String text = value.stringValue(null);
        if (value.isMissingNode()) {
            complain("/" + name, "required", Sentences.MISSING);
        } else if (text == null) {
            complain("/" + name, "type", "must be a string, but is " + Sentences.kindOf(value));
        } else if (allowed.test(text)) {
            return text;
        } else {
            complain("/" + name, "pattern", "must be " + expected + ", but is another text");
        }
        return null;
    }

    void complain(String location, String keyword, String sentence) {
        complaints.add(new Complaint(place + location, keyword, sentence));
    }

    private static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= MAX_ID_LENGTH && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
