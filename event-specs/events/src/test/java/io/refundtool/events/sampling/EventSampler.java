package io.refundtool.events.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes valid events from their schemas, written as the codec writes them. */
public final class EventSampler {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Choices choices;

    /** Makes any events, often at the limits. */
    public EventSampler(RandomGenerator random) {
        this(new RandomChoices(random));
    }

    public EventSampler(Choices choices) {
        this.choices = choices;
    }

    public ObjectNode event(Schema schema) {
        return object(schema, "");
    }

    private JsonNode value(Schema schema, String path) {
        return switch (schema.type()) {
            case "object" -> object(schema, path);
            case "array" -> array(schema, path);
            case "integer" ->
                NODES.numberNode(choices.number(
                        schema.node().get("minimum").asLong(),
                        schema.node().get("maximum").asLong()));
            case "string" -> NODES.stringNode(text(schema));
            default -> throw new IllegalStateException("Expected to sample a known type, but it is " + schema.type());
        };
    }

    private ObjectNode object(Schema schema, String path) {
        ObjectNode object = NODES.objectNode();
        for (String name : schema.propertyNames()) {
            String inner = path.isEmpty() ? name : path + "." + name;
            if (schema.required().contains(name) || choices.includes(inner)) {
                object.set(name, value(schema.property(name), inner));
            }
        }
        return object;
    }

    private ArrayNode array(Schema schema, String path) {
        int size = choices.size(path, schema.integer("minItems", 0), schema.integer("maxItems", 0));
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(value(schema.items(), path + "[]"));
        }
        return array;
    }

    private String text(Schema schema) {
        if (schema.isChoice()) {
            List<String> values = new ArrayList<>();
            schema.node().get("enum").forEach(value -> values.add(value.asString()));
            return choices.choice(values);
        }
        if (schema.isTime()) {
            return choices.time();
        }
        return choices.text(
                schema.node().get("pattern").asString(),
                schema.integer("minLength", 0),
                schema.integer("maxLength", 0));
    }
}
