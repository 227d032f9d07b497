package io.refundtool.specs.generator.render.php;

import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.ValueType.TimeType;
import io.refundtool.specs.generator.model.Words;
import io.refundtool.specs.generator.render.Sentences;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A property as a parameter of a PHP constructor: its type, and the code that checks, reads and writes it. */
public record PhpProperty(Property property) {

    public String name() {
        return property.name();
    }

    public boolean required() {
        return property.required();
    }

    public String type() {
        return (required() ? "" : "?") + (property.type() instanceof ListType ? "array" : plain(property.type()));
    }

    /** The line or lines of the constructor's comment. */
    public String doc() {
        String type = property.type() instanceof ListType list
                ? "list<" + plain(list.element()) + ">"
                : plain(property.type());
        String text = "@param %s%s $%s %s".formatted(type, required() ? "" : "|null", name(), Sentences.of(property));
        return PhpText.tag(text.trim(), "    ");
    }

    /** The statements that check the value. */
    public List<String> checks() {
        if (!(property.type() instanceof ListType list)) {
            return check(property.type(), "text", "number", "time");
        }
        String size = "Expect::list('%s', $%s, %d, %d);".formatted(name(), name(), list.minItems(), list.maxItems());
        List<String> elements = list.element() instanceof EnumType || list.element() instanceof RecordType
                ? List.of("Expect::each('%s', $%s, %s::class);".formatted(name(), name(), plain(list.element())))
                : check(list.element(), "texts", "numbers", "times");
        return List.of(size, elements.getFirst());
    }

    /** The expression that reads the value from the object {@code $in}. */
    public String read() {
        String from =
                required() ? "$in->required('%s')->".formatted(name()) : "$in->optional('%s')?->".formatted(name());
        return from
                + (property.type() instanceof ListType list
                        ? reader(list.element(), "s")
                        : reader(property.type(), ""));
    }

    /** The expression that json_encode can write. */
    public String written() {
        String value = "$this->" + name();
        if (!(single() instanceof TimeType)) {
            return value;
        }
        return (property.type() instanceof ListType ? "Json::times(" : "Json::time(") + value + ")";
    }

    /** What to import for the type and the checks. */
    public Set<String> imports() {
        Set<String> imports = new TreeSet<>();
        switch (single()) {
            case EnumType choice -> imports.add(PhpNames.COMMON + "\\" + plain(choice));
            case RecordType record -> imports.add(PhpNames.COMMON + "\\" + plain(record));
            case TextType text when text.name() != null -> imports.add(PhpNames.COMMON + "\\Limits");
            case IntegerType integer when integer.name() != null -> imports.add(PhpNames.COMMON + "\\Limits");
            case TextType text -> {}
            case IntegerType integer -> {}
            case TimeType time -> {}
            case ListType list -> throw listOfLists();
        }
        if (!checks().isEmpty()) {
            imports.add(PhpNames.NAMESPACE + "\\Checks\\Expect");
        }
        return imports;
    }

    private ValueType single() {
        return property.type() instanceof ListType list ? list.element() : property.type();
    }

    private List<String> check(ValueType type, String texts, String numbers, String times) {
        String value = "('%s', $%s".formatted(name(), name());
        return switch (type) {
            case TextType text -> List.of("Expect::" + texts + value + ", " + limit(text, PhpText.limit(text)) + ");");
            case IntegerType integer ->
                List.of("Expect::" + numbers + value + ", " + limit(integer, PhpText.limit(integer)) + ");");
            case TimeType time -> List.of("Expect::" + times + value + ");");
            case EnumType choice -> List.of();
            case RecordType record -> List.of();
            case ListType list -> throw listOfLists();
        };
    }

    private static String limit(ValueType type, String inPlace) {
        String name = type.name();
        return name == null ? inPlace : "...Limits::" + Words.constant(name);
    }

    private String reader(ValueType type, String plural) {
        return switch (type) {
            case TextType text -> "text" + plural + "()";
            case IntegerType integer -> "number" + plural + "()";
            case TimeType time -> "time" + plural + "()";
            case EnumType choice -> "choice" + plural + "(" + plain(choice) + "::class)";
            case RecordType record -> "record" + plural + "(" + plain(record) + "::class)";
            case ListType list -> throw listOfLists();
        };
    }

    private String plain(ValueType type) {
        return switch (type) {
            case TextType text -> "string";
            case IntegerType integer -> "int";
            case TimeType time -> "\\DateTimeImmutable";
            case EnumType choice -> PhpNames.type(choice.name());
            case RecordType record -> PhpNames.type(record.name());
            case ListType list -> throw listOfLists();
        };
    }

    private IllegalStateException listOfLists() {
        return new IllegalStateException("Expected no list of lists, but " + name() + " is one");
    }
}
