package io.refundtool.bus.publish;

import io.refundtool.bus.registry.PublishableType;
import io.refundtool.events.Event;
import io.refundtool.events.EventCodec;
import io.refundtool.messaging.ContentDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Validates one item after the other: what it says of its event, the data, the size. What goes on is the canonical form
 * of what was read, so nothing in the log depends on how a producer writes its JSON, and nothing in it can be refused
 * later.
 *
 * <p>Codec and schema come from the same spec and refuse the same (a property test of the event specs), but reading by
 * the codec takes less than a third of the time. So the codec decides, and the schema explains what it refused.
 */
final class ItemCheck {

    private final PublishableType type;

    ItemCheck(PublishableType type) {
        this.type = type;
    }

    Verdict check(SubmittedItem item) {
        if (!item.head().isObject()) {
            return refused("", "type", "must be an object, but is " + Sentences.kindOf(item.head()));
        }
        List<Complaint> complaints = new ArrayList<>();
        Metadata metadata = item.form().check(item.head(), type.type(), complaints);
        Event event = event(item, complaints);
        if (metadata != null && event != null) {
            compare(metadata.said(), event, complaints);
        }
        return metadata == null || event == null || !complaints.isEmpty()
                ? new Verdict.Refused(
                        complaints.stream().limit(BatchLimits.MAX_COMPLAINTS).toList())
                : withinItsSize(metadata, event);
    }

    private @Nullable Event event(SubmittedItem item, List<Complaint> complaints) {
        return switch (item.data()) {
            case SubmittedData.Read(Event event) -> event;
            case SubmittedData.Missing() -> {
                complaints.add(Sentences.notAnObject("/data", item.head().path("data")));
                yield null;
            }
            case SubmittedData.Refused refused -> {
                complaints.addAll(DataComplaints.of(type.schema(), refused.bytes(), refused.refusal()));
                yield null;
            }
        };
    }

    private static void compare(Metadata.Said said, Event event, List<Complaint> complaints) {
        if (!Objects.requireNonNullElse(said.subject(), event.refundId()).equals(event.refundId())) {
            complaints.add(new Complaint("/subject", "const", "must be the event's refundId, but is another text"));
        }
        String country = event.country().wire();
        if (!Objects.requireNonNullElse(said.country(), country).equals(country)) {
            complaints.add(new Complaint("/country", "const", "must be the event's country, but is another text"));
        }
    }

    private static Verdict withinItsSize(Metadata metadata, Event event) {
        byte[] data = EventCodec.write(event);
        return data.length > BatchLimits.MAX_EVENT_BYTES
                ? refused(
                        "/data",
                        "size",
                        "must have at most %d bytes, but has %d".formatted(BatchLimits.MAX_EVENT_BYTES, data.length))
                : new Verdict.Valid(new ValidEvent(metadata, event, data, ContentDigest.of(event.eventType(), data)));
    }

    private static Verdict refused(String location, String keyword, String sentence) {
        return new Verdict.Refused(List.of(new Complaint(location, keyword, sentence)));
    }
}
