package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the named types; each is read when it is first referred to, so a cycle shows itself. */
final class TypesReader implements TypeSource {

    static final String FILE = "common/types.v1.yaml";

    private static final int MAX_ENUM_VALUE = 64;
    private static final String HERE = "#/$defs/";
    private static final String FROM_EVENT = "../" + FILE + HERE;

    private final Map<String, SpecNode> definitions;
    private final Map<String, Optional<ValueType>> types = new LinkedHashMap<>();
    private final Set<String> beingRead = new HashSet<>();
    private final SchemaReader schemas = new SchemaReader(this);

    TypesReader(Optional<SpecMapping> file) {
        file.ifPresent(mapping -> mapping.allowOnly(Set.of("$defs")));
        definitions = file.flatMap(mapping -> mapping.get("$defs"))
                .flatMap(SpecNode::mapping)
                .map(SpecMapping::entries)
                .orElse(Map.of());
    }

    /** Every named type in the order of the file. */
    List<ValueType> all() {
        definitions.forEach((name, node) -> {
            Names.checkType(name, node);
            read(name, node);
        });
        return definitions.keySet().stream()
                .flatMap(name -> types.getOrDefault(name, Optional.empty()).stream())
                .toList();
    }

    @Override
    public Optional<ValueType> resolve(SpecNode reference) {
        return reference.text().flatMap(text -> {
            String prefix = reference.file().equals(FILE) ? HERE : FROM_EVENT;
            if (!text.startsWith(prefix)) {
                reference.report("Expected $ref to begin with %s, but it is '%s'".formatted(prefix, text));
                return Optional.empty();
            }
            String name = text.substring(prefix.length());
            SpecNode definition = definitions.get(name);
            if (definition == null) {
                if (!definitions.isEmpty()) {
                    reference.report("Expected $ref to name a type of %s, but there is no '%s'".formatted(FILE, name));
                }
                return Optional.empty();
            }
            return beingRead.contains(name) ? cycle(reference, name) : read(name, definition);
        });
    }

    private static Optional<ValueType> cycle(SpecNode reference, String name) {
        reference.report("Expected types to hold each other only so deep, but '%s' holds itself".formatted(name));
        return Optional.empty();
    }

    private Optional<ValueType> read(String name, SpecNode node) {
        if (types.containsKey(name)) {
            return types.getOrDefault(name, Optional.empty());
        }
        beingRead.add(name);
        Optional<ValueType> type = node.labelled("type '%s'".formatted(name))
                .mapping()
                .flatMap(schema -> {
                    schema.text("description");
                    if (schema.entries().containsKey("enum")) {
                        return choice(name, schema);
                    }
                    boolean object =
                            schema.text("type").filter("object"::equals).isPresent();
                    return object ? record(name, schema) : SimpleTypes.read(schema, name, "'%s'".formatted(name));
                });
        beingRead.remove(name);
        types.put(name, type);
        return type;
    }

    private Optional<ValueType> record(String name, SpecMapping schema) {
        schema.allowOnly(Set.of("description", "type", "personal", "additionalProperties", "required", "properties"));
        boolean personal = schema.find("personal").flatMap(SpecNode::bool).orElse(false);
        return Optional.of(new RecordType(name, schema.description(), personal, schemas.properties(schema)));
    }

    private static Optional<ValueType> choice(String name, SpecMapping schema) {
        schema.allowOnly(Set.of("description", "type", "enum", "example"));
        schema.choice("type", Set.of("string"));
        List<String> values = new ArrayList<>();
        Map<String, String> constants = new HashMap<>();
        for (SpecNode item : schema.get("enum").flatMap(SpecNode::items).orElse(List.of())) {
            item.labelled("each value of enum '%s'".formatted(name)).text().ifPresent(value -> {
                checkValue(item, value, constants.put(Names.constant(value), value));
                values.add(value);
            });
        }
        if (values.isEmpty()) {
            schema.report("Expected enum '%s' to have values, but it has none".formatted(name));
        }
        return Optional.of(new EnumType(name, schema.description(), values, Examples.value(schema, values)));
    }

    private static void checkValue(SpecNode item, String value, @Nullable String same) {
        if (!Names.isEnumValue(value) || value.length() > MAX_ENUM_VALUE) {
            item.report("Expected a value of an enum to be letters and digits with single - or _ between them, at most "
                    + "%d long, but it is '%s'".formatted(MAX_ENUM_VALUE, value));
        }
        if (same != null) {
            item.report("Expected the values of an enum to differ by more than - and capitals, but '%s' follows '%s'"
                    .formatted(value, same));
        }
    }
}
