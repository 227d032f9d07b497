package io.refundtool.specs.generator.docs;

import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import java.util.List;

/**
 * A type that several events share: an object with its fields, or an enum with its values.
 *
 * @param personal whether it says something of a person
 * @param fields of an object; empty for an enum
 * @param values of an enum; empty for an object
 */
public record TypeView(String name, String description, boolean personal, List<FieldView> fields, List<String> values) {

    static TypeView of(RecordType record) {
        return new TypeView(
                record.name(),
                record.description(),
                record.personal(),
                record.properties().stream().map(FieldView::of).toList(),
                List.of());
    }

    static TypeView of(EnumType choice) {
        return new TypeView(choice.name(), choice.description(), false, List.of(), choice.values());
    }
}
