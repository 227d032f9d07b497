package io.refundtool.specs.generator.render.golang;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.render.Sentences;
import java.util.List;
import java.util.stream.Collectors;

/** Says texts in Go: literals and comments. */
final class GoText {

    private static final int LINE = 116;

    private GoText() {}

    static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** A pattern as a raw string, which is easier to read, if it has no backtick itself. */
    static String pattern(String pattern) {
        return pattern.contains("`") ? literal(pattern) : "`" + pattern + "`";
    }

    /** The paragraph by which Go's tools know what is on its way out; empty while the event stays. */
    static String deprecation(EventSpec event) {
        String deprecation = Sentences.deprecation(event);
        return deprecation.isEmpty() ? "" : "Deprecated: " + deprecation;
    }

    /** A comment of paragraphs; empty without any. */
    static String comment(List<String> paragraphs, String margin) {
        return paragraphs.stream()
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> Sentences.wrap(paragraph.replace('\n', ' '), LINE).stream()
                        .map(line -> margin + "// " + line)
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n" + margin + "//\n"));
    }
}
