package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.Deprecation;
import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import java.util.ArrayList;
import java.util.List;

/** Says types and their limits in English, for the comments of every target language. */
public final class Sentences {

    private Sentences() {}

    /** What a property is and its limits; empty where its type says enough. */
    public static String of(Property property) {
        boolean simple = property.type() instanceof TextType || property.type() instanceof IntegerType;
        String description = property.description().isEmpty() && simple
                ? Limits.descriptionOf(property.type())
                : property.description();
        return withLimits(description, property.type());
    }

    /** What a type with a name is and its limits. */
    public static String of(ValueType type) {
        return withLimits(Limits.descriptionOf(type), type);
    }

    /** What takes the place of an event and when; empty while the event stays. */
    public static String deprecation(EventSpec event) {
        Deprecation deprecation = event.deprecation();
        return deprecation == null
                ? ""
                : "use %s; since %s this one is on its way out, and from %s on it may be refused."
                        .formatted(deprecation.successor(), deprecation.since(), deprecation.sunset());
    }

    /** Breaks a text into lines between words; a word that is longer than a line stands alone. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String withLimits(String description, ValueType type) {
        String limits = Limits.of(type);
        String sentence = (description + " " + limits).trim();
        return limits.isEmpty() ? sentence : sentence + ".";
    }
}
