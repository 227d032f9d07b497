package io.refundtool.specs.generator.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says texts and numbers in Java: literals and Javadoc. */
final class JavaText {

    private static final int LINE = 116;
    private static final int LITERAL_LINE = 90;

    private JavaText() {}

    /** A string literal; a long one is broken into several lines, those after the first indented by 16. */
    static String literal(String text) {
        return Sentences.wrap(text, LITERAL_LINE).stream()
                .map(part -> part.replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining(" \"\n                        + \"", "\"", "\""));
    }

    /** A list of string literals, on one line. */
    static String list(List<String> texts) {
        return texts.stream().map(JavaText::literal).collect(Collectors.joining(", ", "List.of(", ")"));
    }

    static String number(long number) {
        String digits = String.format(Locale.ROOT, "%,d", number).replace(',', '_');
        return number == (int) number ? digits : digits + "L";
    }

    static String duration(Duration duration) {
        if (duration.equals(Duration.ofDays(duration.toDays()))) {
            return "Duration.ofDays(%d)".formatted(duration.toDays());
        }
        if (duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
            return "Duration.ofMinutes(%d)".formatted(duration.toMinutes());
        }
        return "Duration.parse(\"%s\")".formatted(duration);
    }

    /** A Javadoc comment of paragraphs and tags, without indentation. */
    static String javadoc(List<String> paragraphs, List<String> tags, int indent) {
        String margin = " ".repeat(indent);
        if (tags.isEmpty()
                && paragraphs.size() == 1
                && indent + paragraphs.getFirst().length() + 7 <= LINE) {
            return margin + "/** " + escape(paragraphs.getFirst()) + " */";
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i > 0) {
                lines.add("");
            }
            lines.addAll(Sentences.wrap((i > 0 ? "<p>" : "") + escape(paragraphs.get(i)), LINE - indent));
        }
        if (!tags.isEmpty()) {
            lines.add("");
        }
        tags.forEach(tag -> lines.addAll(wrapTag(escape(tag), LINE - indent)));
        StringBuilder comment = new StringBuilder(margin + "/**\n");
        lines.forEach(line -> comment.append(margin)
                .append(line.isEmpty() ? " *" : " * " + line)
                .append('\n'));
        return comment.append(margin).append(" */").toString();
    }

    private static List<String> wrapTag(String tag, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : Sentences.wrap(tag, width - 4)) {
            lines.add(lines.isEmpty() ? line : "    " + line);
        }
        return lines;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("*/", "*&#47;");
    }
}
