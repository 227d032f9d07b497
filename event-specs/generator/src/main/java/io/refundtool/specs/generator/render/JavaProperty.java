package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.ValueType.TimeType;
import io.refundtool.specs.generator.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A property as a component of a Java record: its type, and the code that checks, reads and writes it. */
public record JavaProperty(Property property) {

    private static final String EVENTS = JavaRenderer.PACKAGE;

    public String name() {
        return property.name();
    }

    public boolean required() {
        return property.required();
    }

    /** The type of the component. */
    public String type() {
        String plain = property.required() ? primitive(property.type()) : boxed(property.type());
        return property.required() ? plain : "@Nullable " + plain;
    }

    /** The type of the variable that holds the property while others are read. */
    public String local() {
        return boxed(property.type());
    }

    /** What to import for the component and its checks, Javadoc aside. */
    public Set<String> imports() {
        Set<String> imports = signatureImports();
        ValueType single = single();
        if (single instanceof TextType || single instanceof IntegerType) {
            String limit = single instanceof TextType ? "TextLimit" : "NumberLimit";
            imports.add(EVENTS + (single.name() == null ? ".checks." + limit : ".common.Limits"));
        }
        if (checks().stream().anyMatch(check -> check.contains("Expect."))) {
            imports.add(EVENTS + ".checks.Expect");
        }
        return imports;
    }

    /** What to import where {@link #type()} stands. */
    public Set<String> signatureImports() {
        Set<String> imports = typeImports();
        if (!property.required()) {
            imports.add("org.jspecify.annotations.Nullable");
        }
        return imports;
    }

    /** What to import for the type alone. */
    public Set<String> typeImports() {
        Set<String> imports = new TreeSet<>();
        ValueType single = single();
        if (property.type() instanceof ListType) {
            imports.add("java.util.List");
        }
        switch (single) {
            case TimeType time -> imports.add("java.time.Instant");
            case EnumType choice -> imports.add(EVENTS + ".common." + choice.name());
            case RecordType record -> imports.add(EVENTS + ".common." + record.name());
            case TextType text -> {}
            case IntegerType integer -> {}
            case ListType list ->
                throw new IllegalStateException("Expected no list of lists, but " + name() + " is one");
        }
        return imports;
    }

    /** The statements of the constructor that check the property. */
    public List<String> checks() {
        List<String> checks = new ArrayList<>();
        String arguments = "(\"%s\", %s".formatted(name(), name());
        String ifPresent = property.required() ? "" : "IfPresent";
        switch (property.type()) {
            case TextType text -> checks.add(limit() + ".check" + ifPresent + arguments + ");");
            case IntegerType integer -> checks.add(limit() + ".check" + ifPresent + arguments + ");");
            case TimeType time -> checks.add("Expect.time" + ifPresent + arguments + ");");
            case EnumType choice -> checkPresence(checks, arguments);
            case RecordType record -> checkPresence(checks, arguments);
            case ListType list -> {
                checks.add("%s = Expect.list%s%s, %s, %s);"
                        .formatted(
                                name(),
                                ifPresent,
                                arguments,
                                JavaText.number(list.minItems()),
                                JavaText.number(list.maxItems())));
                if (list.element() instanceof TimeType) {
                    checks.add("Expect.timeEach" + arguments + ");");
                } else if (list.element() instanceof TextType || list.element() instanceof IntegerType) {
                    checks.add(limit() + ".checkEach" + arguments + ");");
                }
            }
        }
        return checks;
    }

    /** The limit of a text or number that has no name in the specs, as a constant of the record; else empty. */
    public String constant() {
        return switch (single()) {
            case TextType text
            when text.name() == null ->
                "private static final TextLimit %s = %s;".formatted(limit(), JavaLimits.of(text));
            case IntegerType integer
            when integer.name() == null ->
                "private static final NumberLimit %s = %s;".formatted(limit(), JavaLimits.of(integer));
            case TextType text -> "";
            case IntegerType integer -> "";
            case TimeType time -> "";
            case EnumType choice -> "";
            case RecordType record -> "";
            case ListType list -> "";
        };
    }

    ValueType single() {
        return property.type() instanceof ListType list ? list.element() : property.type();
    }

    private void checkPresence(List<String> checks, String arguments) {
        if (property.required()) {
            checks.add("Expect.present" + arguments + ");");
        }
    }

    private String limit() {
        String named = single().name();
        return named == null ? Words.constant(name()) : "Limits." + Words.constant(named);
    }

    private static String primitive(ValueType type) {
        return type instanceof IntegerType integer ? (integer.fits32Bits() ? "int" : "long") : boxed(type);
    }

    static String boxed(ValueType type) {
        return switch (type) {
            case TextType text -> "String";
            case TimeType time -> "Instant";
            case IntegerType integer -> integer.fits32Bits() ? "Integer" : "Long";
            case EnumType choice -> choice.name();
            case RecordType record -> record.name();
            case ListType list -> "List<" + boxed(list.element()) + ">";
        };
    }
}
