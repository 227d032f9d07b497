package io.refundtool.refund.web;

import io.refundtool.refund.streams.SequenceEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event of an order's sequence.
 *
 * @param outcome accepted, ignored or refused
 * @param reason why nothing was announced
 * @param announced ids of the events that it caused
 */
public record EventResource(
        long sequence,
        String eventId,
        String source,
        String eventType,
        Instant time,
        @Nullable String traceparent,
        SequenceEntry.Origin origin,
        String outcome,
        @Nullable String reason,
        List<String> announced,
        JsonNode data) {

    static EventResource of(SequenceEntry entry, JsonMapper mapper) {
        return new EventResource(
                entry.sequence(),
                entry.eventId(),
                entry.source(),
                entry.eventType(),
                entry.time(),
                entry.traceparent(),
                entry.origin(),
                entry.outcome().name().toLowerCase(java.util.Locale.ROOT),
                entry.reason(),
                entry.announced(),
                mapper.readTree(entry.data()));
    }
}
