package io.refundtool.refund.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.common.Country;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Alarms as bytes; persisted data.
 *
 * <p>Key: milliseconds since 1970 as 8 bytes big-endian, so that keys are in the order of time; order id; a zero byte,
 * which no id holds; refund id. Value: a byte for the kind; for an alarm of a request the country, a zero byte, and the
 * traceparent if there is one.
 */
final class AlarmBytes {

    private static final byte OF_REFUND = 1;
    private static final byte OF_REQUEST = 2;
    private static final char SEPARATOR = '\0';

    private AlarmBytes() {}

    static Bytes key(Instant at, String orderId, String refundId) {
        byte[] refund = (orderId + SEPARATOR + refundId).getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + refund.length)
                .putLong(at.toEpochMilli())
                .put(refund)
                .array());
    }

    /** Not larger than the key of any alarm at this time. */
    static Bytes from(Instant at) {
        return time(at.toEpochMilli());
    }

    /** Larger than the key of any alarm at this time, and than none of a later one. */
    static Bytes after(Instant at) {
        return time(at.toEpochMilli() + 1);
    }

    static byte[] value(Alarm alarm) {
        return switch (alarm) {
            case Alarm.OfRefund _ -> new byte[] {OF_REFUND};
            case Alarm.OfRequest(var _, var _, var _, Country country, @Nullable String traceparent) -> {
                byte[] text = (country.wire() + SEPARATOR + (traceparent == null ? "" : traceparent)).getBytes(UTF_8);
                yield ByteBuffer.allocate(1 + text.length)
                        .put(OF_REQUEST)
                        .put(text)
                        .array();
            }
        };
    }

    static Alarm read(Bytes key, byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(key.get());
        Instant at = Instant.ofEpochMilli(buffer.getLong());
        String[] ids = parts(key.get(), Long.BYTES);
        return switch (value[0]) {
            case OF_REFUND -> new Alarm.OfRefund(at, ids[0], ids[1]);
            case OF_REQUEST -> {
                String[] request = parts(value, 1);
                yield new Alarm.OfRequest(
                        at, ids[0], ids[1], Country.of(request[0]), request[1].isEmpty() ? null : request[1]);
            }
            default ->
                throw new IllegalStateException(
                        "Expected an alarm that this version knows, but got one of kind " + value[0]);
        };
    }

    /** The two texts that a zero byte separates. */
    private static String[] parts(byte[] bytes, int from) {
        String text = new String(bytes, from, bytes.length - from, UTF_8);
        int end = text.indexOf(SEPARATOR);
        return new String[] {text.substring(0, end), text.substring(end + 1)};
    }

    private static Bytes time(long millis) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
    }
}
