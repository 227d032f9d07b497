package io.refundtool.sandbox.feed;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;

/**
 * The fields of one row by column name, each read as what it has to be.
 *
 * @param line the line it begins on, from 1
 * @param fields the texts by column
 */
record Row(long line, Map<String, String> fields) {

    /** Longer numbers are no prices, and arithmetic with their exponents would never end. */
    private static final int MAX_DECIMAL_LENGTH = 32;

    private static final int MAX_QUOTED = 40;

    /** The text, without spaces around it; may be empty. */
    String text(String column) {
        return fields.getOrDefault(column, "").strip();
    }

    String required(String column) throws MalformedRowException {
        String text = text(column);
        if (text.isEmpty()) {
            throw new MalformedRowException("Expected " + column + " to be filled in, but it is empty");
        }
        return text;
    }

    int quantity(String column) throws MalformedRowException {
        String text = required(column);
        if (text.matches("[0-9]{1,7}")) {
            int quantity = Integer.parseInt(text);
            if (quantity >= 1 && quantity <= 1_000_000) {
                return quantity;
            }
        }
        throw unexpected(column, "a whole number from 1 to 1000000", text);
    }

    BigDecimal decimal(String column) throws MalformedRowException {
        String text = required(column);
        if (text.length() > MAX_DECIMAL_LENGTH || !text.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
            throw unexpected(column, "a decimal number such as 27.50", text);
        }
        return new BigDecimal(text);
    }

    Instant time(String column) throws MalformedRowException {
        String text = required(column);
        try {
            Instant time = Instant.parse(text);
            if (time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
                return time;
            }
        } catch (DateTimeException e) {
            // Refused below, like a time that is too fine.
        }
        throw unexpected(column, "a time such as 2010-12-01T09:41:00Z, with microseconds at most", text);
    }

    <E extends Enum<E>> E oneOf(String column, Class<E> type, String kind) throws MalformedRowException {
        String text = required(column);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> unexpected(column, kind, text));
    }

    static MalformedRowException unexpected(String column, String expected, String actual) {
        String shown = actual.length() <= MAX_QUOTED ? actual : actual.substring(0, MAX_QUOTED) + "…";
        return new MalformedRowException("Expected " + column + " to be " + expected + ", but it is '" + shown + "'");
    }
}
