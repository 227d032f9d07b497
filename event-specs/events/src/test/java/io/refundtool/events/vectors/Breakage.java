package io.refundtool.events.vectors;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A way to break the JSON of an event as a whole, so that it is no event, or no JSON at all. */
enum Breakage {
    IS_EMPTY(null),
    IS_NULL(""),
    IS_NO_OBJECT(""),
    BREAKS_OFF(null),
    COMMA_AT_THE_END(null),
    MORE_FOLLOWS(""),
    BYTES_ARE_NOT_UTF_8(""),
    BYTES_ARE_UTF_16(""),
    NAME_HAS_OTHER_CASE("orderid"),
    PROPERTY_IS_THERE_TWICE("orderId"),
    NESTED_TOO_DEEPLY(null),
    NUMBER_IS_TOO_LONG(null),
    NUMBER_IS_NO_JSON(null);

    private static final int TOO_MANY_DIGITS = 1_001;
    private static final int TOO_MANY_LEVELS = 33;

    private static final String USUAL_NUMBER = ":7([,}])";

    private final String path;

    /** @param path where the codec sees it; null where languages may see it elsewhere */
    Breakage(@Nullable String path) {
        this.path = path == null ? "" : "@" + path;
    }

    /** The name of the vector without its end. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + path;
    }

    /** Whether the event has what is to be broken. */
    boolean fits(String json) {
        boolean ofNumber = this == NUMBER_IS_TOO_LONG || this == NUMBER_IS_NO_JSON;
        return !ofNumber || Pattern.compile(USUAL_NUMBER).matcher(json).find();
    }

    byte[] apply(String json) {
        return switch (this) {
            case IS_EMPTY -> utf8("");
            case IS_NULL -> utf8("null");
            case IS_NO_OBJECT -> utf8("[" + json + "]");
            case BREAKS_OFF -> utf8(json.substring(0, json.length() - 1));
            case COMMA_AT_THE_END -> utf8(json.substring(0, json.length() - 1) + ",}");
            case MORE_FOLLOWS -> utf8(json + "{}");
            case BYTES_ARE_NOT_UTF_8 ->
                json.replaceFirst("\"refundId\":\"", "$0\u00FF").getBytes(StandardCharsets.ISO_8859_1);
            case BYTES_ARE_UTF_16 -> json.getBytes(StandardCharsets.UTF_16BE);
            case NAME_HAS_OTHER_CASE -> utf8(json.replaceFirst("\"orderId\"", "\"orderid\""));
            case PROPERTY_IS_THERE_TWICE -> utf8(json.replaceFirst("\\{", "{\"orderId\":\"first\","));
            case NESTED_TOO_DEEPLY ->
                utf8(json.replaceFirst(
                        "\\{", "{\"unheardOf\":" + "[".repeat(TOO_MANY_LEVELS) + "]".repeat(TOO_MANY_LEVELS) + ","));
            case NUMBER_IS_TOO_LONG ->
                utf8(json.replaceFirst(USUAL_NUMBER, ":7." + "0".repeat(TOO_MANY_DIGITS) + "$1"));
            case NUMBER_IS_NO_JSON -> utf8(json.replaceFirst(USUAL_NUMBER, ":07$1"));
        };
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
