package io.refundtool.events.checks;

import io.refundtool.events.InvalidEventException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a text may be and what it may consist of.
 *
 * <p>Lengths count code points, as JSON Schema does: a character outside of the basic plane is one, though Java's
 * {@code length()} says two.
 */
public final class TextLimit {

    private final int minLength;
    private final int maxLength;
    private final Pattern pattern;
    private final @Nullable AsciiTable table;

    /**
     * A limit; lengths are in code points.
     *
     * @param pattern a regular expression that the whole text has to match
     */
    public TextLimit(int minLength, int maxLength, String pattern) {
        this.minLength = minLength;
        this.maxLength = maxLength;
        this.pattern = Pattern.compile(pattern);
        this.table = AsciiTable.of(pattern);
    }

    public int minLength() {
        return minLength;
    }

    public int maxLength() {
        return maxLength;
    }

    public String pattern() {
        return pattern.pattern();
    }

    /** Whether the text keeps within the limit. */
    public boolean allows(String text) {
        return lengthFits(text) && matches(text);
    }

    public void check(String path, @Nullable String text) {
        if (text == null) {
            throw Expect.missing(path);
        }
        if (!lengthFits(text)) {
            throw new InvalidEventException(
                    path,
                    "have %d to %d characters".formatted(minLength, maxLength),
                    "it has %d".formatted(text.codePointCount(0, text.length())));
        }
        if (!matches(text)) {
            throw new InvalidEventException(path, "match " + pattern.pattern(), "it does not");
        }
    }

    public void checkIfPresent(String path, @Nullable String text) {
        if (text != null) {
            check(path, text);
        }
    }

    public void checkEach(String path, @Nullable List<String> texts) {
        for (int i = 0; texts != null && i < texts.size(); i++) {
            check(path + "[" + i + "]", texts.get(i));
        }
    }

    private boolean matches(String text) {
        return (table != null && table.surelyMatches(text))
                || pattern.matcher(text).matches();
    }

    private boolean lengthFits(String text) {
        int chars = text.length();
        if (chars < minLength || chars > 2L * maxLength) {
            return false;
        }
        if (chars <= maxLength && chars >= 2L * minLength) {
            return true;
        }
        int codePoints = text.codePointCount(0, chars);
        return codePoints >= minLength && codePoints <= maxLength;
    }
}
