package io.refundtool.refund.updates;

import io.refundtool.events.Envelope;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * An update in its topic.
 *
 * @param json as listeners get it, made once for all of them
 */
record Told(int partition, long offset, RefundUpdate update, String json) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Empty for a record that is no update; the readers that must not miss one report it. */
    static Optional<Told> of(ConsumerRecord<String, byte[]> read) {
        try {
            Envelope<?> envelope = CloudEvents.read(read);
            return envelope.event() instanceof RefundUpdate update
                    ? Optional.of(new Told(read.partition(), read.offset(), update, json(envelope, read.value())))
                    : Optional.empty();
        } catch (UnreadableEventException e) {
            return Optional.empty();
        }
    }

    private static String json(Envelope<?> envelope, byte[] data) {
        ObjectNode json = JSON.createObjectNode();
        json.put("eventId", envelope.id());
        json.put("eventType", envelope.type().wireName());
        json.put("time", envelope.time().toString());
        json.put("traceparent", envelope.traceparent());
        // Written by the codec on one line, as an event of the stream has to be.
        json.putRawValue("data", new RawValue(new String(data, StandardCharsets.UTF_8)));
        return JSON.writeValueAsString(json);
    }
}
