package io.refundtool.refund.streams;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of what an order has many of: the order id, a zero byte (no id holds one), then what tells the entries apart. A
 * number is written as 8 bytes big-endian, so that a range scan returns an order's entries in their order.
 */
final class OrderKey {

    private static final char SEPARATOR = '\0';
    private static final char AFTER_SEPARATOR = '\1';

    private OrderKey() {}

    static Bytes refund(String orderId, String refundId) {
        return bytes(orderId + SEPARATOR + refundId);
    }

    /** Smaller than the key of anything that the order has many of. */
    static Bytes first(String orderId) {
        return bytes(orderId + SEPARATOR);
    }

    /** Larger than the key of anything that the order has many of, and smaller than the keys of any order after it. */
    static Bytes last(String orderId) {
        return bytes(orderId + AFTER_SEPARATOR);
    }

    static Bytes event(String orderId, String source, String eventId) {
        return bytes(orderId + SEPARATOR + source + SEPARATOR + eventId);
    }

    static Bytes sequence(String orderId, long sequence) {
        return numbered(orderId + SEPARATOR, sequence);
    }

    static Bytes early(String orderId, String refundId, long sequence) {
        return numbered(orderId + SEPARATOR + refundId + SEPARATOR, sequence);
    }

    private static Bytes numbered(String prefix, long number) {
        byte[] text = prefix.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(text.length + Long.BYTES)
                .put(text)
                .putLong(number)
                .array());
    }

    private static Bytes bytes(String key) {
        return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
    }
}
