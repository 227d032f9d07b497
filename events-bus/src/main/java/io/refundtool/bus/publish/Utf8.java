package io.refundtool.bus.publish;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Finds bytes that are not UTF-8. The JSON parser alone is no judge of that: it lets encoded surrogates and overlong
 * forms pass.
 */
public final class Utf8 {

    private static final int CHUNK_CHARS = 8_192;

    private Utf8() {}

    /** The offset of the first byte that cannot be part of UTF-8 text, or -1. */
    public static int firstMalformed(byte[] bytes) {
        return firstMalformed(bytes, 0, bytes.length);
    }

    /** As {@link #firstMalformed(byte[])}, of a part. */
    static int firstMalformed(byte[] bytes, int start, int end) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, end - start);
        CharBuffer out = CharBuffer.allocate(CHUNK_CHARS);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        return result.isError() ? in.position() : -1;
    }

    /** The line of a byte offset, counted from 1. */
    static int lineOf(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    /** The column of a byte offset in its line, counted from 1 in characters. Everything before it must be UTF-8. */
    static int columnOf(byte[] bytes, int offset) {
        int start = offset;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        String before = new String(bytes, start, offset - start, StandardCharsets.UTF_8);
        return before.codePointCount(0, before.length()) + 1;
    }
}
