package io.refundtool.refund.recovery.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.Topic;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.messaging.RecordOrigin;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record as it was published, or as it would be. */
final class Output {

    private static final int UUID_CHARACTERS = 36;

    private final Topic topic;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;
    private final Headers headers;

    Output(Topic topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        this.topic = topic;
        this.key = key;
        this.value = value;
        this.headers = headers;
    }

    Topic topic() {
        return topic;
    }

    /** To be published, dated by the clock: retention goes by that date, and the output may be old. */
    ProducerRecord<byte[], byte[]> in(int partition) {
        return new ProducerRecord<>(topic.topicName(), partition, key, value, headers);
    }

    /** What makes it the same record: the event's id; of a dead letter, whose it is and which attempt. */
    String id() {
        if (DeadLetters.isOfLetters(topic)) {
            return DeadLetters.origin(headers).map(RecordOrigin::id).orElse("unknown") + "#"
                    + DeadLetters.attempts(headers);
        }
        return text(CloudEvents.ID);
    }

    /** As {@link #id}, in 128 bits. */
    UUID shortId() {
        String id = id();
        return id.length() == UUID_CHARACTERS && isUuid(id)
                ? UUID.fromString(id)
                : UUID.nameUUIDFromBytes(id.getBytes(UTF_8));
    }

    /**
     * Tells content apart that differs by mistake. A dead letter's sentence is not part of it: it may be worded better by
     * now.
     */
    long checksum() {
        var first = new CRC32C();
        var second = new CRC32();
        if (value != null) {
            first.update(value);
            second.update(value);
        }
        for (Header header : headers) {
            if (!header.key().equals(DeadLetters.MESSAGE)) {
                byte[] name = header.key().getBytes(UTF_8);
                first.update(name);
                second.update(name);
                first.update(header.value());
                second.update(header.value());
            }
        }
        return first.getValue() << Integer.SIZE | second.getValue();
    }

    Finding finding(Finding.Kind kind, String place) {
        return new Finding(kind, id(), text(CloudEvents.TYPE), orderId(), refundId(), place);
    }

    String orderId() {
        return key == null ? "" : new String(key, UTF_8);
    }

    String refundId() {
        return text(CloudEvents.SUBJECT);
    }

    private String text(String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private static boolean isUuid(String id) {
        return Arrays.stream(new int[] {8, 13, 18, 23}).allMatch(dash -> id.charAt(dash) == '-')
                && id.chars().allMatch(each -> each == '-' || Character.digit(each, 16) >= 0);
    }
}
