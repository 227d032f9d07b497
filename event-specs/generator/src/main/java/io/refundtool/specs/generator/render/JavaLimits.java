package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.TextType;

/** Says limits in Java and in Javadoc. */
final class JavaLimits {

    private JavaLimits() {}

    static String of(TextType text) {
        return "new TextLimit(%s, %s, %s)"
                .formatted(
                        JavaText.number(text.minLength()),
                        JavaText.number(text.maxLength()),
                        JavaText.literal(text.pattern()));
    }

    static String of(IntegerType integer) {
        return "new NumberLimit(%s, %s)"
                .formatted(JavaText.number(integer.minimum()), JavaText.number(integer.maximum()));
    }
}
