package io.refundtool.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
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
    /** A code: {@link UnreadableCause}, or one of the constants below, or one of the service's own. */
    public static final String CAUSE = "dl_cause";

    public static final String MESSAGE = "dl_message";
    public static final String SERVICE = "dl_service";
    /** How often the record has failed, this time included; it grows when a letter that was published again fails again. */
    public static final String ATTEMPT = "dl_attempt";

    /** The cause of an event that could be read, but that PostgreSQL would not store (SQLSTATE 22, 23). */
    public static final String REFUSED_BY_DATABASE = "REFUSED_BY_DATABASE";

    /** The cause of an event whose id was seen before with another content, see {@link ContentDigest}. */
    public static final String EVENT_CONFLICT = "EVENT_CONFLICT";

    /** The cause of an event that would have to wait behind too many others of its order. */
    public static final String TOO_MANY_WAIT = "TOO_MANY_WAIT";

    private static final String OWN_PREFIX = "dl_";
    private static final long NO_TIMESTAMP = -1;
    /** As Kafka allows them. */
    private static final Pattern TOPIC_NAME = Pattern.compile("[A-Za-z0-9._-]{1,249}");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");
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
        Headers headers = withoutOwn(original);
        putOrigin(headers, origin);
        put(headers, CAUSE, cause);
        put(headers, MESSAGE, cut(message));
        put(headers, SERVICE, service);
        put(headers, ATTEMPT, Integer.toString(attempts(original) + 1));
        return headers;
    }

    /** The record that waits, for a topic of dead letters that are published again; it keeps its partition. */
    public static ProducerRecord<byte[], byte[]> publishedAgain(Topic retries, WaitingEvent waiting) {
        ConsumerRecord<byte[], byte[]> record = waiting.record();
        Headers headers = withoutOwn(record.headers());
        putOrigin(headers, RecordOrigin.of(record));
        put(headers, ATTEMPT, Integer.toString(waiting.attempts()));
        return new ProducerRecord<>(retries.topicName(), record.partition(), record.key(), record.value(), headers);
    }

    /** The headers that the record had before it became a dead letter; a copy. */
    public static Headers withoutOwn(Headers letter) {
        Headers headers = new RecordHeaders();
        for (Header header : letter) {
            if (!header.key().startsWith(OWN_PREFIX)) {
                headers.add(header);
            }
        }
        return headers;
    }

    /** How often the record has failed before; 0 for one that comes for the first time. */
    public static int attempts(Headers headers) {
        return CloudEvents.text(headers, ATTEMPT)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** The message of a conflict. */
    public static String conflict(Envelope<?> envelope) {
        return "Expected event %s of %s to come again as it was, but its content differs"
                .formatted(envelope.id(), envelope.source());
    }

    /** Where the record of a dead letter, or one that was published again, stood; empty if its headers do not say. */
    public static Optional<RecordOrigin> origin(Headers headers) {
        Optional<String> topic = CloudEvents.text(headers, ORIGIN_TOPIC)
                .filter(name -> TOPIC_NAME.matcher(name).matches());
        OptionalLong partition = number(headers, ORIGIN_PARTITION, Integer.MAX_VALUE);
        OptionalLong offset = number(headers, ORIGIN_OFFSET, Long.MAX_VALUE);
        if (topic.isEmpty() || partition.isEmpty() || offset.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RecordOrigin(
                topic.get(),
                Math.toIntExact(partition.getAsLong()),
                offset.getAsLong(),
                number(headers, ORIGIN_TIMESTAMP, Long.MAX_VALUE).orElse(NO_TIMESTAMP)));
    }

    private static OptionalLong number(Headers headers, String name, long max) {
        try {
            return CloudEvents.text(headers, name).map(Long::parseLong).stream()
                    .mapToLong(number -> number)
                    .filter(number -> number >= 0 && number <= max)
                    .findFirst();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Whether a service puts its dead letters there: a topic of letters that are published again is read by itself. */
    public static boolean isOfLetters(Topic topic) {
        return topic.deadLetters() && !topic.readers().contains(topic.writer());
    }

    static Topic requireDeadLetters(Topic topic) {
        if (!isOfLetters(topic)) {
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

    private static void putOrigin(Headers headers, RecordOrigin origin) {
        put(headers, ORIGIN_TOPIC, origin.topic());
        put(headers, ORIGIN_PARTITION, Integer.toString(origin.partition()));
        put(headers, ORIGIN_OFFSET, Long.toString(origin.offset()));
        put(headers, ORIGIN_TIMESTAMP, Long.toString(origin.timestampMs()));
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
