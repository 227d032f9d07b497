package io.refundtool.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Events as Kafka records: CloudEvents 1.0, Kafka protocol binding, binary mode.
 *
 * <p>The key is the order id, the value the event's JSON, everything else is in headers, so that type and country are
 * known without parsing the value. Reading checks what writing promises.
 */
public final class CloudEvents {

    public static final String CONTENT_TYPE = "content-type";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String PARTITION_KEY = "ce_partitionkey";
    public static final String COUNTRY = "ce_country";
    public static final String TRACEPARENT = "traceparent";

    /** The version of the event's type, as a number; set by the gateway. */
    public static final String SCHEMA_VERSION = "ce_schemaversion";

    /** When the gateway took the event in, RFC 3339 in UTC. */
    public static final String RECEIVED_AT = "ce_receivedat";

    /** The caller whom the gateway took the event from. */
    public static final String PUBLISHED_BY = "ce_publishedby";

    static final String JSON = "application/json";
    static final String VERSION = "1.0";

    private CloudEvents() {}

    /**
     * The event as a record of its topic. It bears no timestamp of its own, so the producer's clock dates it: retention
     * goes by that date, and an event about long ago would be deleted at once.
     */
    public static ProducerRecord<String, byte[]> toRecord(Envelope<?> envelope) {
        return toRecord(envelope, EventCodec.write(envelope.event()));
    }

    /**
     * As {@link #toRecord(Envelope)}, for a writer that has the bytes already.
     *
     * @param data as {@link EventCodec#write} writes the event
     */
    public static ProducerRecord<String, byte[]> toRecord(Envelope<?> envelope, byte[] data) {
        Event event = envelope.event();
        return new ProducerRecord<>(
                event.eventType().topic().topicName(), null, event.orderId(), data, headers(envelope));
    }

    /** Where the gateway tells the schema of the type's data. */
    public static String dataSchema(EventType type) {
        return "/event-types/" + type.wireName() + "/schemas";
    }

    /** The headers of {@link #toRecord}, new ones at every call. */
    public static Headers headers(Envelope<?> envelope) {
        Event event = envelope.event();
        String type = event.eventType().wireName();
        Headers headers = new RecordHeaders();
        put(headers, CONTENT_TYPE, JSON);
        put(headers, SPEC_VERSION, VERSION);
        put(headers, ID, envelope.id());
        put(headers, SOURCE, envelope.source());
        put(headers, TYPE, type);
        put(headers, SUBJECT, event.refundId());
        put(headers, TIME, envelope.time().toString());
        put(headers, DATA_SCHEMA, dataSchema(event.eventType()));
        put(headers, PARTITION_KEY, event.orderId());
        put(headers, COUNTRY, event.country().wire());
        if (envelope.traceparent() != null) {
            put(headers, TRACEPARENT, envelope.traceparent());
        }
        return headers;
    }

    /** The event of a record, checked against the topic it came from and its key. */
    public static Envelope<?> read(ConsumerRecord<String, byte[]> kafkaRecord) throws UnreadableEventException {
        return read(kafkaRecord.topic(), kafkaRecord.key(), kafkaRecord.headers(), kafkaRecord.value());
    }

    /** As {@link #read(ConsumerRecord)}, for readers that hold the record in pieces. */
    public static Envelope<?> read(String topicName, @Nullable String key, Headers headers, byte @Nullable [] value)
            throws UnreadableEventException {
        CloudEventReader reader = new CloudEventReader(headers);
        reader.requireTopic(topicName);
        Envelope<?> envelope = reader.read(value);
        CloudEventReader.requireKey(key, envelope.event());
        return envelope;
    }

    /** The event of headers and value alone: neither topic nor key is checked. */
    public static Envelope<?> read(Headers headers, byte @Nullable [] value) throws UnreadableEventException {
        return new CloudEventReader(headers).read(value);
    }

    /** The wire name of the type, known or not; empty if it is missing or not UTF-8. */
    public static Optional<String> typeOf(Headers headers) {
        return text(headers, TYPE);
    }

    /** The country, as written in the header; empty if it is missing or not UTF-8. */
    public static Optional<String> countryOf(Headers headers) {
        return text(headers, COUNTRY);
    }

    static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? Optional.empty() : Utf8.decode(header.value());
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
