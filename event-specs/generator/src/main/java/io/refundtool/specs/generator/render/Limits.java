package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import java.util.Locale;

/** Says the limits and the purpose of a type in words, for documentation of every kind. */
public final class Limits {

    private Limits() {}

    /** A sentence with the limits of a simple type, such as "1 to 64 characters"; empty for others. */
    public static String of(ValueType type) {
        return switch (type) {
            case TextType text when text.minLength() == text.maxLength() -> words("%,d characters", text.maxLength());
            case TextType text when text.minLength() == 0 -> words("At most %,d characters", text.maxLength());
            case TextType text -> words("%,d to %,d characters", text.minLength(), text.maxLength());
            case IntegerType integer -> words("%,d to %,d", integer.minimum(), integer.maximum());
            case ListType list when list.minItems() == 0 -> words("At most %,d", list.maxItems());
            case ListType list -> words("%,d to %,d of them", list.minItems(), list.maxItems());
            case ValueType.TimeType time -> "";
            case ValueType.EnumType choice -> "";
            case RecordType record -> "";
        };
    }

    /** What the type says of itself; empty for lists. */
    public static String descriptionOf(ValueType type) {
        return switch (type) {
            case TextType text -> text.description();
            case IntegerType integer -> integer.description();
            case ValueType.TimeType time -> time.description();
            case ValueType.EnumType choice -> choice.description();
            case RecordType record -> record.description();
            case ListType list -> "";
        };
    }

    private static String words(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
