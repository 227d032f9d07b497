package io.refundtool.specs.generator.docs;

import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.ValueType.TimeType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes values that a schema accepts, with every property, from the examples of their types. Lists are short. */
final class Example {

    private Example() {}

    static Map<String, Object> of(List<Property> properties) {
        Map<String, Object> values = new LinkedHashMap<>();
        properties.forEach(property -> values.put(property.name(), of(property.type())));
        return values;
    }

    private static Object of(ValueType type) {
        return switch (type) {
            case TextType text -> text.example();
            case TimeType _ -> TimeType.EXAMPLE;
            case IntegerType number -> number.example();
            case EnumType choice -> choice.example();
            case RecordType record -> of(record.properties());
            case ListType list ->
                Collections.nCopies(Math.min(Math.max(1, list.minItems()), list.maxItems()), of(list.element()));
        };
    }
}
