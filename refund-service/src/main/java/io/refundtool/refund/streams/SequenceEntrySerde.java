package io.refundtool.refund.streams;

import io.refundtool.events.json.JsonInput;
import io.refundtool.events.json.JsonOutput;
import io.refundtool.events.json.JsonStreams;
import io.refundtool.refund.streams.SequenceEntry.Origin;
import io.refundtool.refund.streams.SequenceEntry.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sequence entry as a JSON head and the event's own JSON behind it, so that the event stays as it came:
 * version (1 byte), length of the head (4 bytes), head, data. The names in the head are persisted data.
 */
final class SequenceEntrySerde {

    private static final byte VERSION = 1;
    private static final int PREFIX_LENGTH = 5;

    private SequenceEntrySerde() {}

    static Serde<SequenceEntry> create() {
        return Serdes.serdeFrom((topic, entry) -> write(entry), (topic, bytes) -> bytes == null ? null : read(bytes));
    }

    private static byte @Nullable [] write(@Nullable SequenceEntry entry) {
        if (entry == null) {
            return null;
        }
        byte[] head = JsonStreams.write(entry, SequenceEntrySerde::writeHead);
        byte[] data = entry.data().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(PREFIX_LENGTH + head.length + data.length)
                .put(VERSION)
                .putInt(head.length)
                .put(head)
                .put(data)
                .array();
    }

    static SequenceEntry read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte version = buffer.get();
        if (version != VERSION) {
            throw new IllegalStateException("Expected a sequence entry of version %d, but the store holds version %d"
                    .formatted(VERSION, version));
        }
        int length = buffer.getInt();
        int dataStart = PREFIX_LENGTH + length;
        String data = new String(bytes, dataStart, bytes.length - dataStart, StandardCharsets.UTF_8);
        return JsonStreams.read(bytes, PREFIX_LENGTH, length, in -> readHead(in, data));
    }

    private static void writeHead(JsonOutput out, SequenceEntry entry) {
        out.begin();
        out.number("sequence", entry.sequence());
        out.text("eventId", entry.eventId());
        out.text("source", entry.source());
        out.text("eventType", entry.eventType());
        out.time("time", entry.time());
        out.text("traceparent", entry.traceparent());
        out.text("topic", entry.origin().topic());
        out.number("partition", entry.origin().partition());
        out.number("offset", entry.origin().offset());
        out.text("outcome", entry.outcome().name());
        out.text("reason", entry.reason());
        out.list("announced", entry.announced(), JsonOutput::textElement);
        out.end();
    }

    private static SequenceEntry readHead(JsonInput in, String data) {
        Head head = new Head();
        in.object();
        while (in.nextProperty()) {
            head.read(in);
        }
        return head.entry(in, data);
    }

    /** What was read so far. */
    private static final class Head {
        private long sequence;
        private @Nullable String eventId;
        private @Nullable String source;
        private @Nullable String eventType;
        private @Nullable Instant time;
        private @Nullable String traceparent;
        private @Nullable String topic;
        private int partition;
        private long offset;
        private @Nullable String outcome;
        private @Nullable String reason;
        private List<String> announced = List.of();

        void read(JsonInput in) {
            switch (in.property()) {
                case "sequence" -> sequence = in.int64();
                case "eventId" -> eventId = in.text();
                case "source" -> source = in.text();
                case "eventType" -> eventType = in.text();
                case "time" -> time = in.time();
                case "traceparent" -> traceparent = in.text();
                case "topic" -> topic = in.text();
                case "partition" -> partition = in.int32();
                case "offset" -> offset = in.int64();
                case "outcome" -> outcome = in.text();
                case "reason" -> reason = in.text();
                case "announced" -> announced = in.list(JsonInput::text);
                default -> in.unknownProperty();
            }
        }

        SequenceEntry entry(JsonInput in, String data) {
            return new SequenceEntry(
                    sequence,
                    in.required("eventId", eventId),
                    in.required("source", source),
                    in.required("eventType", eventType),
                    in.required("time", time),
                    traceparent,
                    new Origin(in.required("topic", topic), partition, offset),
                    Outcome.valueOf(in.required("outcome", outcome)),
                    reason,
                    announced,
                    data);
        }
    }
}
