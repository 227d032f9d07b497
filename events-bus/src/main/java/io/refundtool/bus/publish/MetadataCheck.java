package io.refundtool.bus.publish;

import io.refundtool.events.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks an item in Nakadi's form: the producer sets {@code eid} and {@code occurred_at}, the gateway the rest. */
final class MetadataCheck {

    private static final Set<String> MEMBERS = Set.of("metadata", "data");
    private static final Set<String> SENT_BY_PRODUCERS = Set.of("eid", "occurred_at", "flow_id", "event_type");

    private final EventType type;
    private final List<Complaint> complaints;

    MetadataCheck(EventType type, List<Complaint> complaints) {
        this.type = type;
        this.complaints = complaints;
    }

    @Nullable
    Metadata check(JsonNode head) {
        refuseOthers(head, MEMBERS, "", "must have metadata and data, but has %s");
        JsonNode metadata = head.path("metadata");
        if (!metadata.isObject()) {
            complaints.add(Sentences.notAnObject("/metadata", metadata));
            return null;
        }
        refuseOthers(
                metadata,
                SENT_BY_PRODUCERS,
                "/metadata",
                "must not have %s, but does: the gateway sets what is not the producer's");
        var fields = new Fields("/metadata", metadata, complaints);
        fields.constant("event_type", type.wireName(), " as in the path");
        String eid = fields.id("eid");
        Instant occurredAt = fields.time("occurred_at", Fields.TimeForm.MICROSECONDS);
        String flowId = fields.trace("flow_id");
        return eid == null || occurredAt == null || !complaints.isEmpty()
                ? null
                : new Metadata(eid, CloudEventSource.of(type), occurredAt, flowId, Metadata.Said.NOTHING);
    }

    private void refuseOthers(JsonNode object, Set<String> allowed, String place, String sentence) {
        for (String name : object.propertyNames()) {
            if (!allowed.contains(name)) {
                complaints.add(
                        new Complaint(place, "additionalProperties", sentence.formatted(Sentences.quoted(name))));
                return;
            }
        }
    }
}
