package io.refundtool.specs.generator.render.php;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.render.Sentences;
import java.util.ArrayList;
import java.util.List;

/** Says texts, numbers and limits in PHP. */
final class PhpText {

    private static final int LINE = 112;

    private PhpText() {}

    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** PHP has no literal of the least number: its digits alone are too large. */
    static String number(long number) {
        return number == Long.MIN_VALUE ? "PHP_INT_MIN" : String.valueOf(number);
    }

    /** What follows the value in a call of a check of texts. */
    static String limit(TextType text) {
        String pattern = "~" + text.pattern().replace("~", "\\~") + "~Du";
        return "%d, %d, %s".formatted(text.minLength(), text.maxLength(), literal(pattern));
    }

    /** What follows the value in a call of a check of numbers. */
    static String limit(IntegerType integer) {
        return number(integer.minimum()) + ", " + number(integer.maximum());
    }

    /** The tag by which PHP's tools know what is on its way out; empty while the event stays. */
    static String deprecation(EventSpec event) {
        String deprecation = Sentences.deprecation(event);
        return deprecation.isEmpty() ? "" : "@deprecated " + deprecation;
    }

    /** A comment of paragraphs; empty ones are left out. */
    static String comment(List<String> paragraphs, String margin) {
        List<String> lines = new ArrayList<>();
        for (String paragraph :
                paragraphs.stream().filter(text -> !text.isEmpty()).toList()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(wrap(paragraph));
        }
        if (lines.size() == 1) {
            return margin + "/** " + lines.getFirst() + " */";
        }
        StringBuilder comment = new StringBuilder(margin + "/**\n");
        lines.forEach(
                line -> comment.append((margin + " * " + line).stripTrailing()).append('\n'));
        return comment.append(margin).append(" */").toString();
    }

    /** A tag of a comment; lines after its first are indented. */
    static String tag(String text, String margin) {
        return margin + " * " + String.join("\n" + margin + " *     ", wrap(text));
    }

    private static List<String> wrap(String text) {
        return Sentences.wrap(text.replace('\n', ' ').replace("*/", "* /"), LINE);
    }
}
