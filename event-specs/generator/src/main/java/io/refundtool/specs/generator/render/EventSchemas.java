package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.EventSpec;
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
import java.util.TreeMap;

/** Says the limits of events and types in JSON Schema; types that have a name are referred to. */
public final class EventSchemas {

    private final Map<String, Object> definitions = new TreeMap<>();
    private final String references;

    /**
     * For a document that holds schemas of events and, once, the types that they share.
     *
     * @param references the JSON pointer of the types in that document, such as {@code #/components/schemas/}
     */
    public EventSchemas(String references) {
        this.references = references;
    }

    /** The types that the schemas so far refer to, by name. */
    public Map<String, Object> definitions() {
        return Collections.unmodifiableMap(definitions);
    }

    /** The schema of an event's data, with references to the types. */
    public Map<String, Object> event(EventSpec event) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", event.title());
        schema.put("description", event.description());
        schema.putAll(object(event.properties()));
        if (event.deprecation() != null) {
            schema.put("deprecated", true);
        }
        return schema;
    }

    private Map<String, Object> object(List<Property> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put(
                "required",
                properties.stream()
                        .filter(Property::required)
                        .map(Property::name)
                        .toList());
        Map<String, Object> specs = new LinkedHashMap<>();
        properties.forEach(property -> {
            Map<String, Object> value = reference(property.type());
            if (!property.description().isEmpty()) {
                value.put("description", property.description());
            }
            specs.put(property.name(), value);
        });
        schema.put("properties", specs);
        return schema;
    }

    private Map<String, Object> reference(ValueType type) {
        String name = type.name();
        if (name == null) {
            return definition(type);
        }
        if (!definitions.containsKey(name)) {
            definitions.put(name, definition(type));
        }
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$ref", references + name);
        return reference;
    }

    private Map<String, Object> definition(ValueType type) {
        return switch (type) {
            case TextType text -> text(text);
            case TimeType time ->
                described(
                        time.description(),
                        "type",
                        "string",
                        "format",
                        "date-time",
                        "maxLength",
                        TimeType.MAX_LENGTH,
                        "pattern",
                        TimeType.PATTERN);
            case IntegerType integer ->
                described(
                        integer.description(),
                        "type",
                        "integer",
                        "minimum",
                        integer.minimum(),
                        "maximum",
                        integer.maximum());
            case EnumType choice -> described(choice.description(), "type", "string", "enum", choice.values());
            case RecordType record -> {
                Map<String, Object> schema = described(record.description());
                schema.putAll(object(record.properties()));
                yield schema;
            }
            case ListType list ->
                described(
                        "",
                        "type",
                        "array",
                        "minItems",
                        list.minItems(),
                        "maxItems",
                        list.maxItems(),
                        "items",
                        reference(list.element()));
        };
    }

    private static Map<String, Object> text(TextType text) {
        Map<String, Object> schema = described(text.description(), "type", "string");
        if (text.minLength() > 0) {
            schema.put("minLength", text.minLength());
        }
        schema.put("maxLength", text.maxLength());
        schema.put("pattern", text.pattern());
        return schema;
    }

    private static Map<String, Object> described(String description, Object... keysAndValues) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        for (int i = 0; i < keysAndValues.length; i += 2) {
            schema.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return schema;
    }
}
