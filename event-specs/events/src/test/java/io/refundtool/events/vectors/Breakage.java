package io.refundtool.events.vectors;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
    NUMBER_IS_TOO_LONG("orderId"),
    NUMBER_IS_NO_JSON(null);

    private static final int TOO_MANY_DIGITS = 1_001;

    private final String path;

    /** @param path where the codec sees it; null where languages may see it elsewhere */
    Breakage(@Nullable String path) {
        this.path = path == null ? "" : "@" + path;
    }

    /** The name of the vector without its end. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + path;
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
            case NUMBER_IS_TOO_LONG -> utf8(orderId(json, "9".repeat(TOO_MANY_DIGITS)));
            case NUMBER_IS_NO_JSON -> utf8(orderId(json, "01"));
        };
    }

    private static String orderId(String json, String value) {
        return json.replaceFirst("\"orderId\":\"[^\"]*\"", "\"orderId\":" + value);
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
