package io.refundtool.events.checks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Matches ASCII texts against patterns of one or two classes, such as {@code ^[A-Z][a-z]*$}, by looking characters up.
 *
 * <p>Most texts of events are such, and a third of the time of reading an event went into regular expressions.
 */
final class AsciiTable {

    private static final int ASCII = 128;
    private static final Pattern ONE_OR_TWO_CLASSES =
            Pattern.compile("\\^(?<first>\\[[^\\]]+])?(?<rest>\\[[^\\]]+])(?<times>[*+])\\$");

    private final boolean[] first;
    private final boolean[] rest;
    private final boolean mayBeEmpty;

    private AsciiTable(boolean[] first, boolean[] rest, boolean mayBeEmpty) {
        this.first = first;
        this.rest = rest;
        this.mayBeEmpty = mayBeEmpty;
    }

    /** The table of a pattern, or null if the pattern is another one. */
    static @Nullable AsciiTable of(String pattern) {
        Matcher classes = ONE_OR_TWO_CLASSES.matcher(pattern);
        if (!classes.matches() || pattern.contains("\\]") || pattern.contains("\\[")) {
            return null;
        }
        boolean[] rest = members(classes.group("rest"));
        boolean many = classes.group("times").equals("*");
        if (classes.group("first") == null) {
            return new AsciiTable(rest, rest, many);
        }
        return many ? new AsciiTable(members(classes.group("first")), rest, false) : null;
    }

    /** Whether the text is ASCII and matches; if not, it may match all the same, and the pattern has to be asked. */
    boolean surelyMatches(String text) {
        if (text.isEmpty()) {
            return mayBeEmpty;
        }
        char start = text.charAt(0);
        if (start >= ASCII || !first[start]) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII || !rest[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean[] members(String characterClass) {
        Pattern pattern = Pattern.compile(characterClass);
        boolean[] members = new boolean[ASCII];
        for (char c = 0; c < ASCII; c++) {
            members[c] = pattern.matcher(String.valueOf(c)).matches();
        }
        return members;
    }
}
