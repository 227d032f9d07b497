package io.refundtool.messaging.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.common.Limits;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.messaging.HeaderBytes;
import io.refundtool.messaging.RecordOrigin;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record of a dead letters' topic as a row that the database cannot refuse, whatever the record holds. */
final class LetterRow {

    /** PostgreSQL keeps times up to the year 294276, Kafka any number of milliseconds. */
    private static final long LATEST_MS = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    private static final int CAUSE_CHARACTERS = 64;
    private static final int NAME_CHARACTERS = 256;
    private static final int MESSAGE_CHARACTERS = 4_000;

    /** The cause of a record that no service of this project wrote. */
    static final String UNKNOWN_CAUSE = "UNKNOWN";

    private LetterRow() {}

    /** The values in the order of {@link DeadLetterTable}'s insertion. */
    static Object[] values(ConsumerRecord<byte[], byte[]> letter) {
        Headers headers = letter.headers();
        RecordOrigin origin = DeadLetters.origin(headers).orElseGet(() -> RecordOrigin.of(letter));
        OffsetDateTime failedAt = Instant.ofEpochMilli(Math.clamp(letter.timestamp(), 0, LATEST_MS))
                .atOffset(ZoneOffset.UTC);
        return new Object[] {
            origin.id(),
            Math.max(1, DeadLetters.attempts(headers)),
            origin.topic(),
            origin.partition(),
            origin.offset(),
            origin.timestampMs(),
            orElse(text(headers, DeadLetters.CAUSE, CAUSE_CHARACTERS), UNKNOWN_CAUSE),
            orElse(text(headers, DeadLetters.MESSAGE, MESSAGE_CHARACTERS), ""),
            text(headers, CloudEvents.TYPE, NAME_CHARACTERS),
            text(headers, CloudEvents.ID, NAME_CHARACTERS),
            orderId(letter.key()),
            letter.key(),
            HeaderBytes.write(DeadLetters.withoutOwn(headers)),
            letter.value(),
            failedAt,
            failedAt
        };
    }

    private static @Nullable String orderId(byte @Nullable [] key) {
        return Optional.ofNullable(key)
                .map(bytes -> new String(bytes, UTF_8))
                .filter(Limits.ORDER_ID::allows)
                .orElse(null);
    }

    /** For people to read: broken bytes and what PostgreSQL's text cannot hold are replaced. */
    private static @Nullable String text(Headers headers, String name, int maxCharacters) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        String text = new String(header.value(), UTF_8).replace('\0', '\uFFFD');
        return text.length() <= maxCharacters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, maxCharacters)));
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
