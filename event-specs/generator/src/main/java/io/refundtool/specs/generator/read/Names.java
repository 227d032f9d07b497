package io.refundtool.specs.generator.read;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names specs may use, so that each can be said in every target language. */
final class Names {

    /** kebab-case, as in a system, an event or a service. */
    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    static final Pattern PASCAL = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]{0,63}");
    private static final Pattern ENUM_VALUE = Pattern.compile("[A-Za-z][A-Za-z0-9]*([-_][A-Za-z0-9]+)*");

    /** Words of Java, Go and PHP and what generated code already uses. */
    private static final Set<String> RESERVED_PROPERTIES = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "clone",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "event",
            "extends",
            "false",
            "final",
            "finalize",
            "finally",
            "float",
            "for",
            "func",
            "getClass",
            "goto",
            "hashCode",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "int",
            "interface",
            "long",
            "map",
            "native",
            "new",
            "notify",
            "notifyAll",
            "null",
            "out",
            "package",
            "private",
            "protected",
            "public",
            "range",
            "return",
            "select",
            "short",
            "static",
            "strictfp",
            "struct",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "toString",
            "transient",
            "true",
            "try",
            "type",
            "var",
            "void",
            "volatile",
            "wait",
            "while");

    private static final Set<String> RESERVED_TYPES = Set.of(
            "Boolean",
            "Class",
            "Compatibility",
            "Deprecation",
            "Duration",
            "Enum",
            "Envelope",
            "Event",
            "EventType",
            "Expect",
            "Expectation",
            "Instant",
            "Integer",
            "InvalidEventException",
            "Limits",
            "List",
            "LocalDate",
            "Long",
            "Map",
            "NullMarked",
            "Nullable",
            "NumberLimit",
            "Object",
            "Optional",
            "Override",
            "Record",
            "String",
            "System",
            "TextLimit",
            "Topic",
            "WireEnum",
            "WireNames");

    private Names() {}

    static void checkProperty(String name, SpecNode node) {
        if (!CAMEL.matcher(name).matches()) {
            node.report("Expected the name of a property to be in camelCase, but it is '%s'".formatted(name));
        } else if (RESERVED_PROPERTIES.contains(name)) {
            node.report(
                    "Expected the name of a property to be free in every language, but '%s' is taken".formatted(name));
        }
    }

    static void checkType(String name, SpecNode node) {
        if (!PASCAL.matcher(name).matches()) {
            node.report("Expected the name of a type to be in PascalCase, but it is '%s'".formatted(name));
        } else if (RESERVED_TYPES.contains(name)) {
            node.report("Expected the name of a type to be free in every language, but '%s' is taken".formatted(name));
        }
    }

    static boolean isEnumValue(String value) {
        return ENUM_VALUE.matcher(value).matches();
    }

    /** What two enum values must not share: their names as constants. */
    static String constant(String value) {
        return value.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
