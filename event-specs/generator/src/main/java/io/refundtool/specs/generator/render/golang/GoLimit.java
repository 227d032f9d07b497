package io.refundtool.specs.generator.render.golang;

import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.ValueType.TimeType;
import io.refundtool.specs.generator.render.Sentences;
import java.util.List;

/** The limit of a text or number as a Go variable. */
final class GoLimit {

    private GoLimit() {}

    /** The declarations of the limits that have a name in the specs, each with a comment. */
    static List<String> of(List<ValueType> types) {
        return types.stream()
                .filter(type -> type instanceof TextType || type instanceof IntegerType)
                .map(type -> GoText.comment(List.of(Sentences.of(type)), "") + "\n"
                        + declaration("limitOf" + type.name(), type))
                .toList();
    }

    /** The declaration of a limit; empty for what is no text and no number. */
    static String declaration(String name, ValueType type) {
        return switch (type) {
            case TextType text ->
                "var %s = newTextLimit(%d, %d, %s)"
                        .formatted(name, text.minLength(), text.maxLength(), GoText.pattern(text.pattern()));
            case IntegerType integer ->
                "var %s = numberLimit{%d, %d}".formatted(name, integer.minimum(), integer.maximum());
            case TimeType time -> "";
            case EnumType choice -> "";
            case RecordType record -> "";
            case ListType list -> "";
        };
    }
}
