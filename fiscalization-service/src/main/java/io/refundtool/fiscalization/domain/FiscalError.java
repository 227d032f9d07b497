package io.refundtool.fiscalization.domain;

import java.util.regex.Pattern;

/**
 * An error as the cash register's service gave it.
 *
 * @param errorId the id under which ATOL's support finds it; may be empty
 */
public record FiscalError(String errorId, int code, ErrorType type, String text) {
    /** A refusal may quote the client's e-mail address or phone number, and this text goes into logs and events. */
    private static final Pattern WHO = Pattern.compile("[^\\s@\"',:;<>]+@[^\\s@\"',;<>]+|\\+[0-9][0-9 ()-]{4,}[0-9]");

    public static final int MAX_TEXT_LENGTH = 500;
    public static final int MAX_ERROR_ID_LENGTH = 64;

    public FiscalError {
        errorId = clean(errorId, MAX_ERROR_ID_LENGTH);
        text = clean(WHO.matcher(text).replaceAll("[...]"), MAX_TEXT_LENGTH);
    }

    public String describe() {
        return "error %d of type %s (error_id %s): %s".formatted(code, type, errorId, text);
    }

    /** What another system wrote goes into a database and into an event: no control characters, no half pairs. */
    private static String clean(String text, int maxLength) {
        StringBuilder cleaned = new StringBuilder();
        text.codePoints()
                .map(point -> Character.isISOControl(point) || isSurrogate(point) ? ' ' : point)
                .limit(maxLength)
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
