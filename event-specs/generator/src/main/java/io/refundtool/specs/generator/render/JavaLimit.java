package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.Words;
import java.util.ArrayList;
import java.util.List;

/** A named limit of a text or number as a Java constant. */
public record JavaLimit(String name, String type, String javadoc, String value) {

    private static final int MAX_ON_ONE_LINE = 72;

    static List<JavaLimit> of(List<ValueType> types) {
        List<JavaLimit> limits = new ArrayList<>();
        for (ValueType type : types) {
            if (type instanceof TextType text) {
                limits.add(of(type, "TextLimit", JavaLimits.of(text)));
            } else if (type instanceof IntegerType integer) {
                limits.add(of(type, "NumberLimit", JavaLimits.of(integer)));
            }
        }
        return limits;
    }

    private static JavaLimit of(ValueType type, String javaType, String value) {
        return new JavaLimit(
                Words.constant(String.valueOf(type.name())),
                javaType,
                JavaText.javadoc(List.of(Sentences.of(type)), List.of(), 4),
                value.length() > MAX_ON_ONE_LINE ? "\n            " + value : " " + value);
    }
}
