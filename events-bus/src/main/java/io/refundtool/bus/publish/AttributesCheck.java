package io.refundtool.bus.publish;

import io.refundtool.events.EventType;
import io.refundtool.messaging.CloudEvents;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks the attributes of a CloudEvent 1.0. What the gateway cannot keep it refuses rather than lose it; the one
 * exception is {@code tracestate}, which senders add by themselves and nobody here reads.
 */
final class AttributesCheck {

    private static final Set<String> KNOWN = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "partitionkey",
            "country",
            "traceparent",
            "tracestate");

    private static final Predicate<String> JSON = Pattern.compile(
                    "application/json(\\s*;\\s*charset=\"?utf-8\"?)?\\s*", Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();

    private final EventType type;
    private final List<Complaint> complaints;

    AttributesCheck(EventType type, List<Complaint> complaints) {
        this.type = type;
        this.complaints = complaints;
    }

    @Nullable
    Metadata check(JsonNode head) {
        var fields = new Fields("", head, complaints);
        refuseOthers(head, fields);
        checkConstants(fields);
        String id = fields.id("id");
        String source = fields.text(
                "source",
                sent -> CloudEventSource.isOf(type, sent),
                CloudEventSource.of(type) + " or a part of it such as " + CloudEventSource.of(type) + "/de");
        Instant time = fields.time("time", Fields.TimeForm.NANOSECONDS);
        String traceparent = fields.trace("traceparent");
        var said = new Metadata.Said(
                optional(fields, "subject"), optional(fields, "partitionkey"), optional(fields, "country"));
        return id == null || source == null || time == null || !complaints.isEmpty()
                ? null
                : new Metadata(id, source, time, traceparent, said);
    }

    private void checkConstants(Fields fields) {
        fields.text("specversion", "1.0"::equals, "1.0");
        fields.text("type", type.wireName()::equals, type.wireName() + " as in the path");
        if (fields.has("datacontenttype")) {
            fields.text("datacontenttype", JSON, "application/json");
        }
        if (fields.has("dataschema")) {
            String schema = CloudEvents.dataSchema(type);
            fields.text("dataschema", sent -> sent.endsWith(schema), schema + ", with or without a host before it");
        }
    }

    private static @Nullable String optional(Fields fields, String name) {
        return fields.has(name) ? fields.text(name, text -> !text.isEmpty(), "a text that is not empty") : null;
    }

    private static void refuseOthers(JsonNode head, Fields fields) {
        for (String name : head.propertyNames()) {
            if (!KNOWN.contains(name) && !name.equals("data")) {
                String sentence = name.equals("data_base64")
                        ? "must have its data as JSON in \"data\", but has \"data_base64\""
                        : "must have only attributes that the gateway keeps, but has " + Sentences.quoted(name);
                fields.complain("", "additionalProperties", sentence);
                return;
            }
        }
    }
}
