package io.refundtool.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record's headers as one array of bytes, so that a database can keep any of them: names that are no allowed text,
 * values that are null, names that come twice. For each header the length of its name, the name in UTF-8, the length of
 * its value or -1, the value; lengths are big-endian and have 4 bytes.
 */
public final class HeaderBytes {

    private static final int NULL = -1;

    private HeaderBytes() {}

    public static byte[] write(Headers headers) {
        int size = 0;
        for (Header header : headers) {
            size += 2 * Integer.BYTES + header.key().getBytes(UTF_8).length + length(header.value());
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (Header header : headers) {
            byte[] name = header.key().getBytes(UTF_8);
            bytes.putInt(name.length).put(name);
            byte[] value = header.value();
            if (value == null) {
                bytes.putInt(NULL);
            } else {
                bytes.putInt(value.length).put(value);
            }
        }
        return bytes.array();
    }

    /** The headers that {@link #write} was given; new ones at every call. */
    public static Headers read(byte[] written) {
        Headers headers = new RecordHeaders();
        ByteBuffer bytes = ByteBuffer.wrap(written);
        while (bytes.hasRemaining()) {
            String name = new String(take(bytes, bytes.getInt()), UTF_8);
            int length = bytes.getInt();
            headers.add(name, length == NULL ? null : take(bytes, length));
        }
        return headers;
    }

    private static byte[] take(ByteBuffer bytes, int length) {
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    private static int length(byte @Nullable [] value) {
        return value == null ? 0 : value.length;
    }
}
