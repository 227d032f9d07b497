package io.refundtool.specs.generator.read;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads examples, or finds one where the spec has none, so that documentation can show an event that is valid. */
final class Examples {

    private static final List<String> USUAL =
            List.of("example", "Example", "EXAMPLE", "ex", "x", "1", "123456", "a@b.example", "+4915112345678", "");

    private Examples() {}

    static String text(SpecMapping schema, int minLength, int maxLength, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        Stream<String> candidates =
                schema.entries().containsKey("example") ? schema.text("example").stream() : USUAL.stream();
        return candidates
                .filter(text -> text.codePointCount(0, text.length()) >= minLength)
                .filter(text -> text.codePointCount(0, text.length()) <= maxLength)
                .filter(text -> compiled.matcher(text).matches())
                .findFirst()
                .orElseGet(() -> {
                    schema.reportAt(
                            "example",
                            "Expected %s to have an example that its limits allow, but it has none"
                                    .formatted(schema.label()));
                    return "";
                });
    }

    /** Where the spec has none: one, or what is nearest to it. */
    static long number(SpecMapping schema, long minimum, long maximum) {
        return schema.find("example")
                .flatMap(node -> node.integer(minimum, maximum))
                .orElse(Math.clamp(1L, minimum, Math.max(minimum, maximum)));
    }

    static String value(SpecMapping schema, List<String> values) {
        String first = values.isEmpty() ? "" : values.getFirst();
        return schema.entries().containsKey("example")
                ? schema.choice("example", Set.copyOf(values)).orElse(first)
                : first;
    }
}
