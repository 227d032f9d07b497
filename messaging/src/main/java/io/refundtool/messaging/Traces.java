package io.refundtool.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code traceparent} of W3C Trace Context, version 00: {@code 00-<trace id>-<parent id>-<flags>}. */
public final class Traces {

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String SAMPLED = "01";
    private static final int TRACE_ID_START = 3;
    private static final int TRACE_ID_END = 35;
    private static final int TRACE_ID_BYTES = 16;
    private static final int SPAN_ID_BYTES = 8;

    private Traces() {}

    /** The beginning of a new trace, at random. */
    public static String newTraceparent() {
        byte[] bytes = new byte[TRACE_ID_BYTES + SPAN_ID_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return render(hex(bytes, 0, TRACE_ID_BYTES), bytes);
    }

    /** A new span of the same trace, at random; a new trace if there is none or it cannot be read. */
    public static String childOf(@Nullable String traceparent) {
        byte[] bytes = new byte[TRACE_ID_BYTES + SPAN_ID_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return render(traceId(traceparent).orElseGet(() -> hex(bytes, 0, TRACE_ID_BYTES)), bytes);
    }

    /** As {@link #childOf(String)}, but derived: the same parent and event id always give the same span. */
    public static String childOf(@Nullable String traceparent, String eventId) {
        byte[] bytes = sha256(eventId);
        return render(traceId(traceparent).orElseGet(() -> hex(bytes, 0, TRACE_ID_BYTES)), bytes);
    }

    /** The 32 hex digits that all spans of a trace share. */
    public static Optional<String> traceId(@Nullable String traceparent) {
        return Optional.ofNullable(traceparent)
                .filter(Traces::isValid)
                .map(valid -> valid.substring(TRACE_ID_START, TRACE_ID_END));
    }

    /** Whether it is a traceparent of version 00. */
    public static boolean isValid(@Nullable String traceparent) {
        return traceparent != null && TRACEPARENT.matcher(traceparent).matches();
    }

    private static String render(String traceId, byte[] spanIdFrom) {
        return "00-" + traceId + "-" + hex(spanIdFrom, TRACE_ID_BYTES, TRACE_ID_BYTES + SPAN_ID_BYTES) + "-" + SAMPLED;
    }

    private static String hex(byte[] bytes, int from, int to) {
        return HexFormat.of().formatHex(Arrays.copyOfRange(bytes, from, to));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256.", e);
        }
    }
}
