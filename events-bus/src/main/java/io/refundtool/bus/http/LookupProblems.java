package io.refundtool.bus.http;

import io.refundtool.bus.registry.Lookup;
import io.refundtool.events.EventType;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;

/** Answers for a name under which nothing can be written. */
public final class LookupProblems {

    private static final Logger log = LoggerFactory.getLogger(LookupProblems.class);

    /** What a name from a path may look like in the log and in an answer. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private LookupProblems() {}

    public static ResponseEntity<Object> answer(String name, Lookup.Refusal refusal) {
        String shown = NAME.matcher(name).matches() ? name : "(not a name)";
        return switch (refusal) {
            case Lookup.Unknown() -> unknown(shown);
            case Lookup.UnknownVersion(List<EventType> known) -> unknownVersion(shown, known);
            case Lookup.NotPublishable(EventType type) -> notWritable(type);
        };
    }

    private static ResponseEntity<Object> unknown(String name) {
        log.warn("Refused a request for the unknown event type {}", name);
        return Problem.UNKNOWN_EVENT_TYPE.answer(
                "Expected an event type of GET /event-types, but " + name + " is none");
    }

    private static ResponseEntity<Object> unknownVersion(String name, List<EventType> known) {
        log.warn("Refused a request for the unknown version {}", name);
        String versions = known.stream().map(EventType::wireName).collect(Collectors.joining(", "));
        return Problem.UNKNOWN_VERSION.answer("Expected a version that exists (" + versions + "), but got " + name);
    }

    private static ResponseEntity<Object> notWritable(EventType type) {
        log.warn("Refused a batch of {}: it is not written through the gateway", type.wireName());
        return Problem.NOT_WRITABLE.answer(
                "Expected an event type that is written through events-bus, but %s is written by %s alone"
                        .formatted(type.wireName(), type.topic().writer()));
    }
}
