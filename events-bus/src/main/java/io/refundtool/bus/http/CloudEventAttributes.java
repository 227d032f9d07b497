package io.refundtool.bus.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The attributes of a CloudEvent in binary mode: headers {@code ce-<name>}, their values percent-encoded as section
 * 3.1.3.2 of the HTTP protocol binding has it.
 */
final class CloudEventAttributes {

    private static final String PREFIX = "ce-";
    private static final char QUOTE = '"';
    private static final int HEX_DIGITS = 2;

    private CloudEventAttributes() {}

    static boolean isAttribute(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    /** By name, in lower case; the traceparent only if it is sent as an attribute. */
    static Map<String, String> of(HttpServletRequest request) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String header : Collections.list(request.getHeaderNames())) {
            if (isAttribute(header)) {
                attributes.put(
                        header.substring(PREFIX.length()).toLowerCase(Locale.ROOT), decoded(request.getHeader(header)));
            }
        }
        return attributes;
    }

    /** What is no percent-encoded byte stays as it is. */
    static String decoded(String value) {
        String text = unquoted(value);
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isEncodedByte(text, i)) {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 1 + HEX_DIGITS));
                i += HEX_DIGITS;
            } else {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEncodedByte(String text, int at) {
        return text.charAt(at) == '%'
                && at + HEX_DIGITS < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    private static String unquoted(String value) {
        int last = value.length() - 1;
        boolean quoted = last > 0 && value.charAt(0) == QUOTE && value.charAt(last) == QUOTE;
        return quoted ? value.substring(1, last).replaceAll("\\\\(.)", "$1") : value;
    }
}
