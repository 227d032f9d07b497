package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the part of JSON Schema that specs are written in: everything bounded, everything closed. */
final class SchemaReader {

    /** The longest list that a spec may ask for. */
    private static final int MAX_ITEMS = 10_000;

    private final TypeSource types;

    SchemaReader(TypeSource types) {
        this.types = types;
    }

    /** The properties of a schema of type object. */
    List<Property> properties(SpecMapping schema) {
        boolean closed = schema.get("additionalProperties")
                .flatMap(SpecNode::bool)
                .map(open -> !open)
                .orElse(true);
        if (!closed) {
            schema.reportAt(
                    "additionalProperties",
                    "Expected additionalProperties of %s to be false, but it is true".formatted(schema.label()));
        }
        List<String> required = schema.texts("required").orElse(List.of());
        List<Property> properties = new ArrayList<>();
        Optional<SpecMapping> specs = schema.get("properties").flatMap(SpecNode::mapping);
        specs.ifPresent(mapping -> mapping.entries()
                .forEach((name, node) ->
                        property(name, node, required.contains(name)).ifPresent(properties::add)));
        specs.ifPresent(mapping -> required.stream()
                .filter(name -> !mapping.entries().containsKey(name))
                .forEach(name -> schema.reportAt(
                        "required",
                        "Expected the required '%s' to be a property of %s, but it is not"
                                .formatted(name, schema.label()))));
        return properties;
    }

    private Optional<Property> property(String name, SpecNode node, boolean required) {
        Names.checkProperty(name, node);
        return node.labelled("property '%s'".formatted(name)).mapping().flatMap(schema -> {
            Optional<ValueType> type = schema.entries().containsKey("type") && isArray(schema)
                    ? list(schema, name)
                    : single(schema, "'%s'".formatted(name));
            return type.map(t -> new Property(name, schema.description(), t, required));
        });
    }

    private static boolean isArray(SpecMapping schema) {
        return schema.text("type").filter("array"::equals).isPresent();
    }

    private Optional<ValueType> single(SpecMapping schema, String name) {
        Optional<SpecNode> reference = schema.find("$ref");
        if (reference.isPresent()) {
            schema.allowOnly(Set.of("$ref", "description"));
            return reference.flatMap(types::resolve);
        }
        return SimpleTypes.read(schema, null, name);
    }

    private Optional<ValueType> list(SpecMapping schema, String name) {
        schema.allowOnly(Set.of("type", "description", "minItems", "maxItems", "items"));
        schema.text("description");
        int minimum = schema.integer("minItems", 0, 0, MAX_ITEMS);
        Optional<Long> maximum = schema.bound("list", "maxItems", 0, MAX_ITEMS);
        Optional<ValueType> element = schema.get("items")
                .flatMap(SpecNode::mapping)
                .flatMap(items -> single(items, "items of '%s'".formatted(name)));
        maximum.filter(max -> max < minimum)
                .ifPresent(
                        max -> schema.report("Expected %s to have maxItems of at least minItems, but it has %d and %d"
                                .formatted(schema.label(), max, minimum)));
        return element.map(
                type -> new ListType(type, minimum, maximum.orElse(0L).intValue()));
    }
}
