package io.refundtool.specs.generator.render.golang;

import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.ValueType.TimeType;
import io.refundtool.specs.generator.render.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * A property as a field of a Go struct: its type, and the code that checks, reads and writes it.
 *
 * @param owner the name of the struct
 */
public record GoProperty(Property property, String field, String owner, GoNames names) {

    public String doc() {
        return GoText.comment(List.of(Sentences.of(property)), "\t");
    }

    /** The type of the field: a pointer if it is optional, unless it is a list, which may be nil. */
    public String type() {
        String type = names.of(property.type());
        return property.required() || isList() ? type : "*" + type;
    }

    /** The variable that holds the limit of a text or number. */
    public String limit() {
        String named = single().name();
        return named == null ? "limitIn" + owner + field : "limitOf" + named;
    }

    /** The statements that check the field. */
    public List<String> checks() {
        if (!(property.type() instanceof ListType list)) {
            return ifPresent(List.of(check(property.type(), quoted(), value())));
        }
        List<String> checks = new ArrayList<>(ifPresent(
                List.of("c.size(%s, len(e.%s), %d, %d)".formatted(quoted(), field, list.minItems(), list.maxItems()))));
        checks.add("for i, element := range e.%s {".formatted(field));
        checks.add(
                list.element() instanceof RecordType
                        ? "\tc.element(%s, i, element.check)".formatted(quoted())
                        : "\t" + check(list.element(), "index(%s, i)".formatted(quoted()), "element"));
        checks.add("}");
        return checks;
    }

    /** The expression that reads the field from the object {@code o}. */
    public String read() {
        ValueType type = property.type();
        String required = "o.required(%s)".formatted(quoted());
        if (type instanceof ListType list) {
            return property.required()
                    ? "list(%s, %s)".formatted(required, reader(list.element()))
                    : "optionalList(o, %s, %s)".formatted(quoted(), reader(list.element()));
        }
        if (!property.required()) {
            return "optional(o, %s, %s)".formatted(quoted(), reader(type));
        }
        String reader = reader(type);
        return reader.startsWith("(*value)")
                ? required + reader.substring("(*value)".length()) + "()"
                : reader + "(" + required + ")";
    }

    /** The statements that write the field. */
    public List<String> writes() {
        String name = "w.name(%s)".formatted(quoted());
        return property.type() instanceof ListType list
                ? ifPresent(List.of(
                        name + ".open('[')",
                        "for _, element := range e.%s {".formatted(field),
                        "\t" + write(list.element(), "element", "w"),
                        "}",
                        "w.close(']')"))
                : ifPresent(List.of(write(property.type(), value(), name)));
    }

    ValueType single() {
        return property.type() instanceof ListType list ? list.element() : property.type();
    }

    private List<String> ifPresent(List<String> statements) {
        if (property.required()) {
            return statements;
        }
        List<String> guarded = new ArrayList<>();
        guarded.add("if e.%s != nil {".formatted(field));
        statements.forEach(statement -> guarded.add("\t" + statement));
        guarded.add("}");
        return guarded;
    }

    private String check(ValueType type, String path, String value) {
        return switch (type) {
            case TextType text -> "c.text(%s, %s, %s)".formatted(path, value, limit());
            case IntegerType integer -> "c.number(%s, %s, %s)".formatted(path, value, limit());
            case TimeType time -> "c.time(%s, %s)".formatted(path, value);
            case EnumType choice -> "c.choice(%s, string(%s), valuesOf%s)".formatted(path, value, names.of(choice));
            case RecordType record -> "c.record(%s, e.%s.check)".formatted(path, field);
            case ListType list -> throw listOfLists();
        };
    }

    private String reader(ValueType type) {
        return switch (type) {
            case TextType text -> "(*value).string";
            case IntegerType integer -> "(*value).int64";
            case TimeType time -> "(*value).time";
            case EnumType choice -> "choice[" + names.of(choice) + "]";
            case RecordType record -> "read" + names.of(record);
            case ListType list -> throw listOfLists();
        };
    }

    private String write(ValueType type, String value, String writer) {
        return switch (type) {
            case TextType text -> writer + ".string(" + value + ")";
            case IntegerType integer -> writer + ".number(" + value + ")";
            case TimeType time -> writer + ".time(" + value + ")";
            case EnumType choice -> writer + ".string(string(" + value + "))";
            case RecordType record -> "%s.write(%s)".formatted(value.replace("*", ""), writer);
            case ListType list -> throw listOfLists();
        };
    }

    private boolean isList() {
        return property.type() instanceof ListType;
    }

    private String value() {
        return (property.required() ? "e." : "*e.") + field;
    }

    private String quoted() {
        return GoText.literal(property.name());
    }

    private IllegalStateException listOfLists() {
        return new IllegalStateException("Expected no list of lists, but " + property.name() + " is one");
    }
}
