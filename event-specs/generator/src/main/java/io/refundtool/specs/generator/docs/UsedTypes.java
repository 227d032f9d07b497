package io.refundtool.specs.generator.docs;

import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the objects and enums that properties hold, however deep. */
final class UsedTypes {

    private final Set<String> names = new LinkedHashSet<>();

    private UsedTypes() {}

    static List<String> of(List<Property> properties) {
        UsedTypes used = new UsedTypes();
        properties.forEach(property -> used.add(property.type()));
        return List.copyOf(used.names);
    }

    private void add(ValueType type) {
        switch (type) {
            case EnumType choice -> names.add(choice.name());
            case RecordType record -> {
                if (names.add(record.name())) {
                    record.properties().forEach(property -> add(property.type()));
                }
            }
            case ListType list -> add(list.element());
            case ValueType.TextType _, ValueType.TimeType _, ValueType.IntegerType _ -> {
                // said where they stand
            }
        }
    }
}
