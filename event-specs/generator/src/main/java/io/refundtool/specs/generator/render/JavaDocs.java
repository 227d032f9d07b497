package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Javadoc of generated types: what the spec says, and the limits. */
final class JavaDocs {

    /** {@code Event} says what these are. */
    private static final Set<String> KNOWN = Set.of("orderId", "refundId", "country");

    private JavaDocs() {}

    static String of(EventSpec event, String topic) {
        return JavaText.javadoc(
                List.of(event.description(), "{@code %s} in the topic {@code %s}.".formatted(event.wireName(), topic)),
                parameters(event.properties()),
                0);
    }

    static String of(RecordType record) {
        return JavaText.javadoc(List.of(record.description()), parameters(record.properties()), 0);
    }

    /** A sentence with the limits of a simple type, such as "1 to 64 characters"; empty for others. */
    static String limits(ValueType type) {
        return switch (type) {
            case TextType text
            when text.minLength() == text.maxLength() -> "%,d characters".formatted(text.maxLength());
            case TextType text when text.minLength() == 0 -> "At most %,d characters".formatted(text.maxLength());
            case TextType text -> "%,d to %,d characters".formatted(text.minLength(), text.maxLength());
            case IntegerType integer -> "%,d to %,d".formatted(integer.minimum(), integer.maximum());
            case ListType list when list.minItems() == 0 -> "At most %,d".formatted(list.maxItems());
            case ListType list -> "%,d to %,d of them".formatted(list.minItems(), list.maxItems());
            case ValueType.TimeType time -> "";
            case ValueType.EnumType choice -> "";
            case RecordType record -> "";
        };
    }

    static String description(ValueType type) {
        return switch (type) {
            case TextType text -> text.description();
            case IntegerType integer -> integer.description();
            case ValueType.TimeType time -> time.description();
            case ValueType.EnumType choice -> choice.description();
            case RecordType record -> record.description();
            case ListType list -> "";
        };
    }

    private static List<String> parameters(List<Property> properties) {
        List<String> tags = new ArrayList<>();
        for (Property property : properties) {
            String text = sentence(property);
            if (!text.isEmpty() && !KNOWN.contains(property.name())) {
                tags.add("@param " + property.name() + " " + text);
            }
        }
        return tags;
    }

    private static String sentence(Property property) {
        boolean simple = property.type() instanceof TextType || property.type() instanceof IntegerType;
        String description =
                property.description().isEmpty() && simple ? description(property.type()) : property.description();
        String limits = limits(property.type());
        String sentence = (description + " " + limits).trim();
        return limits.isEmpty() ? sentence : sentence + ".";
    }
}
