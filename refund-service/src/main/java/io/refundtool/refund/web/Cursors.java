package io.refundtool.refund.web;

import io.refundtool.messaging.web.BadParameterException;
import io.refundtool.refund.readmodel.RefundSearch.Cursor;
import io.refundtool.refund.readmodel.RefundSummary;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/** Cursors of the search as opaque text. No id holds a zero byte, so it separates the three parts. */
final class Cursors {

    private static final int PARTS = 3;

    private Cursors() {}

    static String write(RefundSummary last) {
        String text = last.requestedAt() + "\0" + last.orderId() + "\0" + last.refundId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split("\0", -1);
            if (parts.length == PARTS) {
                return new Cursor(Instant.parse(parts[0]), parts[1], parts[2]);
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw unknown(e);
        }
        throw unknown(null);
    }

    private static BadParameterException unknown(@org.jspecify.annotations.Nullable Exception cause) {
        return new BadParameterException("Expected after to be the next of an earlier page, but it is not", cause);
    }
}
