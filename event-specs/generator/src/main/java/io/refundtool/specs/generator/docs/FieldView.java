package io.refundtool.specs.generator.docs;

import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.ValueType.TimeType;
import io.refundtool.specs.generator.render.Limits;

/**
 * A property of an event or of a type, as a person reads it.
 *
 * @param type such as "text" or "list of OrderLine"
 * @param link the type of the catalogue that it holds; empty for texts, times and numbers
 * @param limits such as "1 to 64 characters"; may be empty
 * @param pattern a regular expression that the whole text matches; empty for others
 */
public record FieldView(
        String name, String type, String link, boolean required, String limits, String pattern, String description) {

    static FieldView of(Property property) {
        ValueType type = property.type();
        String description = property.description().isEmpty() ? Limits.descriptionOf(type) : property.description();
        return new FieldView(
                property.name(), kind(type), link(type), property.required(), limits(type), pattern(type), description);
    }

    private static String kind(ValueType type) {
        return switch (type) {
            case TextType _ -> "text";
            case TimeType _ -> "time";
            case IntegerType _ -> "whole number";
            case EnumType choice -> choice.name();
            case RecordType record -> record.name();
            case ListType list -> "list of " + kind(list.element());
        };
    }

    private static String link(ValueType type) {
        return switch (type) {
            case EnumType choice -> choice.name();
            case RecordType record -> record.name();
            case ListType list -> link(list.element());
            case TextType _, TimeType _, IntegerType _ -> "";
        };
    }

    private static String limits(ValueType type) {
        return switch (type) {
            case TimeType _ -> "RFC 3339 in UTC, at most microseconds";
            case ListType list -> (Limits.of(list) + each(limits(list.element())));
            default -> Limits.of(type);
        };
    }

    private static String each(String limits) {
        return limits.isEmpty() ? "" : "; each: " + limits;
    }

    private static String pattern(ValueType type) {
        return switch (type) {
            case TextType text -> text.pattern();
            case ListType list -> pattern(list.element());
            default -> "";
        };
    }
}
