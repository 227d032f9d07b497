package io.refundtool.specs.generator.read;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The part of regular expressions that specs may use: what Java, ECMAScript, RE2 and PCRE read alike.
 *
 * <p>A pattern stands between {@code ^} and {@code $} and consists of characters, classes such as {@code [a-z]} or
 * {@code [^\p{Cc}]}, and optional groups, each with a quantifier. Not in it are {@code . \s \d \w \b} (they mean other
 * characters in other languages), alternatives, look-around and repeated groups (they can take for ever). Nothing in a
 * pattern may match U+0000 or half a surrogate pair, for neither can be stored.
 */
final class PatternRules {

    private static final String LITERALS =
            " !\"#%&',-/0123456789:;<=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ_`abcdefghijklmnopqrstuvwxyz~";

    /** RE2 does not know the category of characters that are not assigned, neither alone nor as part of {@code C}. */
    private static final String ESCAPES =
            "\\\\p\\{(?!Cn?})[A-Z][a-z]?}|\\\\x[0-9A-F]{2}|\\\\[\\-\\]\\[\\\\^$.*+?(){}|/]";

    private static final Pattern ESCAPE = Pattern.compile(ESCAPES);
    private static final Pattern CLASS_ITEM = Pattern.compile(ESCAPES + "|[^\\\\\\[\\]^&~]");

    /** RE2 repeats nothing more than 1,000 times. */
    private static final Pattern QUANTIFIER = Pattern.compile("[*+?]|\\{(1000|[0-9]{1,3})(,(1000|[0-9]{0,3}))?}");

    private final String pattern;
    private int position;

    private PatternRules(String pattern) {
        this.pattern = pattern;
    }

    /** What is wrong with the pattern, to be said after "but". */
    static Optional<String> problemOf(String pattern) {
        if (pattern.length() < 2 || !pattern.startsWith("^") || !pattern.endsWith("$") || pattern.endsWith("\\$")) {
            return Optional.of("it does not begin with ^ and end with $");
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            return Optional.of("it is not a regular expression: " + e.getDescription());
        }
        return new PatternRules(pattern.substring(1, pattern.length() - 1)).sequence(false);
    }

    private Optional<String> sequence(boolean inGroup) {
        while (position < pattern.length()) {
            char next = pattern.charAt(position);
            if (inGroup && next == ')') {
                return Optional.empty();
            }
            Optional<String> problem = next == '(' && !inGroup ? group() : atom(next);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<String> group() {
        position++;
        Optional<String> problem = sequence(true);
        if (problem.isPresent()) {
            return problem;
        }
        if (!pattern.startsWith(")?", position)) {
            return Optional.of("a group in it is something else than optional");
        }
        position += 2;
        return Optional.empty();
    }

    private Optional<String> atom(char first) {
        int start = position;
        if (first == '[') {
            if (!skipClass()) {
                return Optional.of(
                        "'%s' is not a class that all languages read alike".formatted(pattern.substring(start)));
            }
        } else if (first == '\\' ? !skip(ESCAPE) : LITERALS.indexOf(first) < 0) {
            return Optional.of("'%s' is not read alike by all languages".formatted(pattern.substring(start)));
        } else if (first != '\\') {
            position++;
        }
        Pattern atom = Pattern.compile(pattern.substring(start, position));
        skip(QUANTIFIER);
        if (atom.matcher("\0").matches()
                || atom.matcher("\uD800").matches()
                || atom.matcher("\uDC00").matches()) {
            return Optional.of(
                    "'%s' matches U+0000 or half a surrogate pair; exclude \\p{Cc} and \\p{Cs}".formatted(atom));
        }
        return Optional.empty();
    }

    private boolean skipClass() {
        position++;
        if (pattern.startsWith("^", position)) {
            position++;
        }
        int start = position;
        while (skip(CLASS_ITEM)) {
            // the next item follows
        }
        boolean closed = position > start && pattern.startsWith("]", position);
        position++;
        return closed;
    }

    private boolean skip(Pattern token) {
        var matcher = token.matcher(pattern).region(Math.min(position, pattern.length()), pattern.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        position = matcher.end();
        return true;
    }
}
