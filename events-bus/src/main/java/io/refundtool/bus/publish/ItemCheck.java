package io.refundtool.bus.publish;

import io.refundtool.bus.registry.PublishableType;
import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.EventCodec;
import io.refundtool.events.InvalidEventException;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks one item after the other for one request: its metadata, and its data by reading it as every reader of the topic
 * will. What goes on is the canonical form of what was read, so nothing in the log depends on how a producer writes its
 * JSON, and nothing in it can be refused later.
 *
 * <p>Codec and schema come from the same spec and refuse the same (a property test of the event specs), but reading by
 * the codec takes less than a third of the time. So the codec decides, and the schema explains what it refused.
 */
final class ItemCheck {

    private static final Set<String> MEMBERS = Set.of("metadata", "data");

    private final PublishableType type;
    private final @Nullable String requestTraceparent;

    /**
     * The checks for one request.
     *
     * @param requestTraceparent the request's trace context, for items that name none; not checked
     */
    ItemCheck(PublishableType type, @Nullable String requestTraceparent) {
        this.type = type;
        this.requestTraceparent = requestTraceparent;
    }

    Verdict check(SubmittedItem item) {
        if (!item.head().isObject()) {
            return refused("", "type", "must be an object, but is " + Sentences.kindOf(item.head()));
        }
        List<Complaint> complaints = new ArrayList<>();
        Metadata metadata = checkHead(item.head(), complaints);
        Event event = read(item, complaints);
        if (metadata == null || event == null || !complaints.isEmpty()) {
            return new Verdict.Refused(
                    complaints.stream().limit(BatchLimits.MAX_COMPLAINTS).toList());
        }
        String parent = metadata.flowId() == null ? requestTraceparent : metadata.flowId();
        return enrich(
                new Envelope<>(metadata.eid(), type.source(), metadata.occurredAt(), Traces.childOf(parent), event));
    }

    private @Nullable Metadata checkHead(JsonNode head, List<Complaint> complaints) {
        for (String name : head.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                String sentence = "must have metadata and data, but has " + Sentences.quoted(name);
                complaints.add(new Complaint("", "additionalProperties", sentence));
                break;
            }
        }
        var metadataCheck = new MetadataCheck(type.type());
        Metadata metadata = metadataCheck.check(head.path("metadata"));
        complaints.addAll(metadataCheck.complaints());
        return metadata;
    }

    private @Nullable Event read(SubmittedItem item, List<Complaint> complaints) {
        if (!item.hasData()) {
            complaints.add(Sentences.notAnObject("/data", item.head().path("data")));
            return null;
        }
        byte[] data = item.dataBytes();
        try {
            return EventCodec.readStrictly(type.type(), data);
        } catch (InvalidEventException e) {
            complaints.addAll(DataComplaints.of(type.schema(), data, e));
            return null;
        }
    }

    private static Verdict enrich(Envelope<?> envelope) {
        ProducerRecord<String, byte[]> record = CloudEvents.toRecord(envelope);
        int length = record.value().length;
        if (length > BatchLimits.MAX_EVENT_BYTES) {
            String sentence = "must have at most %d bytes, but has %d".formatted(BatchLimits.MAX_EVENT_BYTES, length);
            return refused("/data", "size", sentence);
        }
        return new Verdict.Ready(envelope, record);
    }

    private static Verdict refused(String location, String keyword, String sentence) {
        return new Verdict.Refused(List.of(new Complaint(location, keyword, sentence)));
    }
}
