package io.refundtool.events.sampling;

import io.refundtool.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place in the JSON Schema of an event, with references followed.
 *
 * @param name of the type in the specs; empty for the event itself and for what has no name
 */
public record Schema(JsonNode root, JsonNode node, String name) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public static Schema of(EventType type) {
        try (InputStream in = EventType.class.getResourceAsStream(type.schemaResource())) {
            JsonNode root = MAPPER.readTree(Objects.requireNonNull(in));
            return new Schema(root, root, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Schema at(JsonNode child) {
        JsonNode reference = child.get("$ref");
        if (reference == null) {
            return new Schema(root, child, "");
        }
        String definition = reference.asString().substring("#/$defs/".length());
        return new Schema(root, root.get("$defs").get(definition), definition);
    }

    public Schema property(String name) {
        return at(node.get("properties").get(name));
    }

    public Schema items() {
        return at(node.get("items"));
    }

    public List<String> propertyNames() {
        return List.copyOf(node.get("properties").propertyNames());
    }

    public Set<String> required() {
        Set<String> names = new HashSet<>();
        node.get("required").forEach(name -> names.add(name.asString()));
        return names;
    }

    public String type() {
        return node.get("type").asString();
    }

    boolean isChoice() {
        return node.has("enum");
    }

    boolean isTime() {
        return node.has("format");
    }

    public int integer(String key, int otherwise) {
        return node.has(key) ? node.get(key).asInt() : otherwise;
    }
}
