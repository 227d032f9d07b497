package io.refundtool.events.json;

import io.refundtool.events.InvalidEventException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads times in the one form that specs allow, {@code 2026-01-31T12:00:00[.123456]Z}.
 *
 * <p>By hand, since {@code Instant.parse} takes longer than the rest of a small event, and takes 24:00:00 and leap
 * seconds, which RFC 3339 or the specs do not.
 */
public final class Timestamps {

    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final int FRACTION_START = FORM.length() + 1;
    private static final int MAX_FRACTION_DIGITS = 6;
    private static final int NANO_DIGITS = 9;

    private Timestamps() {}

    /**
     * The instant.
     *
     * @throws InvalidEventException if the text has another form, or names a day or hour that does not exist
     */
    public static Instant parse(String text) {
        if (!hasForm(text) || text.charAt(0) < '1' || text.charAt(0) > '2') {
            throw invalid(null);
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19),
                            nanos(text))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw invalid(e);
        }
    }

    private static boolean hasForm(String text) {
        int last = text.length() - 1;
        if (last < FORM.length() || text.charAt(last) != 'Z') {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char expected = FORM.charAt(i);
            if (expected == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
                return false;
            }
        }
        return last == FORM.length() || hasFraction(text, last);
    }

    private static boolean hasFraction(String text, int end) {
        int digits = end - FRACTION_START;
        if (text.charAt(FORM.length()) != '.' || digits < 1 || digits > MAX_FRACTION_DIGITS) {
            return false;
        }
        for (int i = FRACTION_START; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int nanos(String text) {
        int end = text.length() - 1;
        if (end == FORM.length()) {
            return 0;
        }
        int nanos = number(text, FRACTION_START, end);
        for (int digits = end - FRACTION_START; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static InvalidEventException invalid(@Nullable Throwable cause) {
        return new InvalidEventException(
                "", "be a time in UTC with at most microseconds such as 2026-01-31T12:00:00Z", "it is not", cause);
    }
}
