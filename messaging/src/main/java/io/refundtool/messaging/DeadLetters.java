package io.refundtool.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters: what a service could not read or store, key, value and headers byte for byte as they came, with
 * headers that tell where it stood and why it was refused.
 */
public final class DeadLetters {

    public static final String ORIGIN_TOPIC = "dl_origin_topic";
    public static final String ORIGIN_PARTITION = "dl_origin_partition";
    public static final String ORIGIN_OFFSET = "dl_origin_offset";
    /** Milliseconds since 1970. */
    public static final String ORIGIN_TIMESTAMP = "dl_origin_timestamp";
    /** A code: {@link UnreadableCause}, or {@link #REFUSED_BY_DATABASE}, or one of the service's own. */
    public static final String CAUSE = "dl_cause";

    public static final String MESSAGE = "dl_message";
    public static final String SERVICE = "dl_service";

    /** The cause of an event that could be read, but that PostgreSQL would not store (SQLSTATE 22, 23). */
    public static final String REFUSED_BY_DATABASE = "REFUSED_BY_DATABASE";

    private static final String OWN_PREFIX = "dl_";
    private static final int MAX_MESSAGE_CHARACTERS = 1_000;

    private DeadLetters() {}

    /** The dead letter of a record that could not be read. */
    public static ProducerRecord<byte[], byte[]> of(
            Topic deadLetterTopic, ConsumerRecord<?, byte[]> origin, UnreadableEventException e, String service) {
        return of(deadLetterTopic, origin, e.code().name(), e.getMessage(), service);
    }

    /** The dead letter of a record that was refused for another reason. */
    public static ProducerRecord<byte[], byte[]> of(
            Topic deadLetterTopic, ConsumerRecord<?, byte[]> origin, String cause, String message, String service) {
        return new ProducerRecord<>(
                requireDeadLetters(deadLetterTopic).topicName(),
                null,
                keyBytes(origin.key()),
                origin.value(),
                headers(origin.headers(), RecordOrigin.of(origin), cause, message, service));
    }

    /**
     * The headers of a dead letter, for writers that have no {@link ConsumerRecord} at hand, such as a stream processor.
     * Headers of an earlier dead letter, from a record that was sent again, give way to the new ones.
     */
    public static Headers headers(Headers original, RecordOrigin origin, String cause, String message, String service) {
        Headers headers = new RecordHeaders();
        for (Header header : original) {
            if (!header.key().startsWith(OWN_PREFIX)) {
                headers.add(header);
            }
        }
        put(headers, ORIGIN_TOPIC, origin.topic());
        put(headers, ORIGIN_PARTITION, Integer.toString(origin.partition()));
        put(headers, ORIGIN_OFFSET, Long.toString(origin.offset()));
        put(headers, ORIGIN_TIMESTAMP, Long.toString(origin.timestampMs()));
        put(headers, CAUSE, cause);
        put(headers, MESSAGE, cut(message));
        put(headers, SERVICE, service);
        return headers;
    }

    static Topic requireDeadLetters(Topic topic) {
        if (!topic.deadLetters()) {
            throw new IllegalArgumentException(
                    "Expected a topic for dead letters, but " + topic.topicName() + " is none.");
        }
        return topic;
    }

    private static byte @Nullable [] keyBytes(@Nullable Object key) {
        return switch (key) {
            case null -> null;
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(UTF_8);
            default ->
                throw new IllegalArgumentException("Expected a key of bytes or text, but it is a "
                        + key.getClass().getName() + ".");
        };
    }

    private static String cut(String message) {
        return message.length() <= MAX_MESSAGE_CHARACTERS
                ? message
                : message.substring(0, MAX_MESSAGE_CHARACTERS) + "…";
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
