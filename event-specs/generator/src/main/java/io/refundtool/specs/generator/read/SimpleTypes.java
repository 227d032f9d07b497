package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.ValueType.TimeType;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the schemas of single values: texts, times and integers. */
final class SimpleTypes {

    /** The longest text that a spec may ask for, so that an event stays far below the size of a message. */
    private static final int MAX_TEXT = 10_000;

    private SimpleTypes() {}

    /**
     * A text, a time or an integer.
     *
     * @param typeName the name of the type, or null where the schema stands in a property
     * @param name what findings call it
     */
    static Optional<ValueType> read(SpecMapping schema, @Nullable String typeName, String name) {
        String type = schema.text("type").orElse("");
        String description = schema.description();
        return switch (type) {
            case "integer" -> integerType(schema, typeName, description);
            case "string" ->
                schema.entries().containsKey("format")
                        ? time(schema, typeName, description)
                        : textType(schema, typeName, description, name);
            case "" -> Optional.empty();
            default -> {
                schema.reportAt(
                        "type",
                        "Expected %s to be a string, an integer, an array or a $ref, but its type is %s"
                                .formatted(schema.label(), type));
                yield Optional.empty();
            }
        };
    }

    private static Optional<ValueType> integerType(SpecMapping schema, @Nullable String typeName, String description) {
        schema.allowOnly(Set.of("type", "description", "minimum", "maximum", "example"));
        Optional<Long> minimum = schema.bound("integer", "minimum", Long.MIN_VALUE, Long.MAX_VALUE);
        Optional<Long> maximum = schema.bound("integer", "maximum", Long.MIN_VALUE, Long.MAX_VALUE);
        if (minimum.isEmpty() || maximum.isEmpty()) {
            return Optional.empty();
        }
        if (minimum.get() > maximum.get()) {
            schema.report("Expected %s to have a minimum not above its maximum, but %d is above %d"
                    .formatted(schema.label(), minimum.get(), maximum.get()));
        }
        long example = Examples.number(schema, minimum.get(), maximum.get());
        return Optional.of(new IntegerType(typeName, description, minimum.get(), maximum.get(), example));
    }

    private static Optional<ValueType> textType(
            SpecMapping schema, @Nullable String typeName, String description, String name) {
        schema.allowOnly(Set.of("type", "description", "minLength", "maxLength", "pattern", "example"));
        SpecMapping string = new SpecMapping(schema.self().labelled("string " + name), schema.entries());
        int minimum = schema.integer("minLength", 0, 0, MAX_TEXT);
        Optional<Long> maximum = string.bound("", "maxLength", 1, MAX_TEXT);
        maximum.filter(max -> max < minimum)
                .ifPresent(
                        max -> string.report("Expected %s to have maxLength of at least minLength, but it has %d and %d"
                                .formatted(string.label(), max, minimum)));
        Optional<String> pattern = string.text("pattern");
        Optional<String> problem = pattern.flatMap(PatternRules::problemOf);
        problem.ifPresent(reason -> schema.reportAt(
                "pattern",
                "Expected the pattern of %s to mean the same everywhere, but %s".formatted(string.label(), reason)));
        if (maximum.isEmpty() || pattern.isEmpty() || problem.isPresent()) {
            return Optional.empty();
        }
        int longest = maximum.get().intValue();
        String example = Examples.text(string, minimum, longest, pattern.get());
        return Optional.of(new TextType(typeName, description, minimum, longest, pattern.get(), example));
    }

    private static Optional<ValueType> time(SpecMapping schema, @Nullable String typeName, String description) {
        schema.allowOnly(Set.of("type", "description", "format", "maxLength", "pattern"));
        schema.choice("format", Set.of("date-time"));
        schema.bound("time", "maxLength", TimeType.MAX_LENGTH, TimeType.MAX_LENGTH);
        schema.text("pattern")
                .filter(pattern -> !pattern.equals(TimeType.PATTERN))
                .ifPresent(pattern -> schema.reportAt(
                        "pattern",
                        "Expected the pattern of %s to be %s, but it is %s"
                                .formatted(schema.label(), TimeType.PATTERN, pattern)));
        return Optional.of(new TimeType(typeName, description));
    }
}
