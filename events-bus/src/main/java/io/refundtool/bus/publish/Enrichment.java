package io.refundtool.bus.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.Envelope;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.Traces;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Adds what the gateway knows of the events of one request: Nakadi's event_type, received_at, version, published_by and
 * flow_id, each in a header of the CloudEvent. Its partition is that of the record itself: Kafka's default of the key.
 */
final class Enrichment {

    private final @Nullable String traceparent;
    private final byte[] receivedAt;
    private final byte[] publishedBy;

    Enrichment(Sender sender, Instant receivedAt) {
        this.traceparent = sender.traceparent();
        this.receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS).toString().getBytes(UTF_8);
        this.publishedBy = sender.name().getBytes(UTF_8);
    }

    ReadyEvent enrich(ValidEvent valid) {
        Metadata metadata = valid.metadata();
        String parent = metadata.flowId() == null ? traceparent : metadata.flowId();
        var envelope = new Envelope<>(
                metadata.id(), metadata.source(), metadata.occurredAt(), Traces.childOf(parent), valid.event());
        ProducerRecord<String, byte[]> record = CloudEvents.toRecord(envelope, valid.data());
        Headers headers = record.headers();
        headers.add(
                CloudEvents.SCHEMA_VERSION,
                Integer.toString(envelope.type().version()).getBytes(UTF_8));
        headers.add(CloudEvents.RECEIVED_AT, receivedAt);
        headers.add(CloudEvents.PUBLISHED_BY, publishedBy);
        return new ReadyEvent(valid, envelope, record);
    }
}
