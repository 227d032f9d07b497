package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.ValueType.TimeType;
import java.util.List;

/**
 * A record or event whose JSON is read and written by a class of the package {@code json}.
 *
 * @param name of the Java type
 * @param variable what the writer calls it
 * @param common where the readers of common records are: "" in their own class, else the class and a dot
 */
public record JavaJson(String name, String variable, String common, List<JavaProperty> properties) {

    static JavaJson of(String name, String variable, String common, List<Property> properties) {
        return new JavaJson(
                name,
                variable,
                common,
                properties.stream().map(JavaProperty::new).toList());
    }

    /** The expression that reads the value of a property. */
    public String read(JavaProperty property) {
        ValueType type = property.property().type();
        return type instanceof ListType list ? "in.list(" + elementReader(list.element()) + ")" : reader(type, "in");
    }

    /** The statement that writes a property. */
    public String write(JavaProperty property) {
        String value = "\"%s\", %s.%s()".formatted(property.name(), variable, property.name());
        return switch (property.property().type()) {
            case TextType text -> "out.text(" + value + ");";
            case TimeType time -> "out.time(" + value + ");";
            case IntegerType integer -> "out.number(" + value + ");";
            case EnumType choice -> "out.choice(" + value + ");";
            case RecordType record -> "out.object(" + value + ", " + owner() + "::write" + record.name() + ");";
            case ListType list -> "out.list(" + value + ", " + elementWriter(list.element()) + ");";
        };
    }

    private String reader(ValueType type, String in) {
        return switch (type) {
            case TextType text -> in + ".text()";
            case TimeType time -> in + ".time()";
            case IntegerType integer -> in + (integer.fits32Bits() ? ".int32()" : ".int64()");
            case EnumType choice -> in + ".choice(" + choice.name() + "::of)";
            case RecordType record -> common + "read" + record.name() + "(" + in + ")";
            case ListType list -> throw new IllegalStateException("Expected no list of lists, but there is one");
        };
    }

    private String elementReader(ValueType element) {
        return switch (element) {
            case TextType text -> "JsonInput::text";
            case TimeType time -> "JsonInput::time";
            case IntegerType integer -> integer.fits32Bits() ? "JsonInput::int32" : "JsonInput::int64";
            case EnumType choice -> "element -> " + reader(choice, "element");
            case RecordType record -> owner() + "::read" + record.name();
            case ListType list -> throw new IllegalStateException("Expected no list of lists, but there is one");
        };
    }

    private String elementWriter(ValueType element) {
        return switch (element) {
            case TextType text -> "JsonOutput::textElement";
            case TimeType time -> "JsonOutput::timeElement";
            case IntegerType integer -> "JsonOutput::numberElement";
            case EnumType choice -> "JsonOutput::choiceElement";
            case RecordType record -> owner() + "::write" + record.name();
            case ListType list -> throw new IllegalStateException("Expected no list of lists, but there is one");
        };
    }

    private static String owner() {
        return "CommonJson";
    }
}
