package io.refundtool.bus.publish;

import io.refundtool.events.EventType;
import java.util.regex.Pattern;

/**
 * The CloudEvents source of what the gateway writes. An event's id is unique for its source, so a source must stay with
 * its writer: a producer may name a part of the writer, such as a deployment, and nothing else.
 */
final class CloudEventSource {

    /** Printable ASCII: what an envelope takes, and a URI reference consists of. */
    private static final Pattern PART = Pattern.compile("(/[\\x21-\\x7E]{1,100})?");

    private CloudEventSource() {}

    /** The writer as a whole, such as {@code /bob}. */
    static String of(EventType type) {
        return "/" + type.topic().writer();
    }

    /** Whether it is the writer or a part of it, such as {@code /bob/de}. */
    static boolean isOf(EventType type, String source) {
        String whole = of(type);
        return source.startsWith(whole)
                && PART.matcher(source.substring(whole.length())).matches();
    }
}
