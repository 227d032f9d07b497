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

/** A place in the JSON Schema of an event, with references followed. */
public record Schema(JsonNode root, JsonNode node) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public static Schema of(EventType type) {
        try (InputStream in = EventType.class.getResourceAsStream(type.schemaResource())) {
            JsonNode root = MAPPER.readTree(Objects.requireNonNull(in));
            return new Schema(root, root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Schema at(JsonNode child) {
        JsonNode reference = child.get("$ref");
        return new Schema(
                root,
                reference == null
                        ? child
                        : root.get("$defs").get(reference.asString().substring("#/$defs/".length())));
    }

    Schema property(String name) {
        return at(node.get("properties").get(name));
    }

    Schema items() {
        return at(node.get("items"));
    }

    List<String> propertyNames() {
        return List.copyOf(node.get("properties").propertyNames());
    }

    Set<String> required() {
        Set<String> names = new HashSet<>();
        node.get("required").forEach(name -> names.add(name.asString()));
        return names;
    }

    String type() {
        return node.get("type").asString();
    }

    boolean isChoice() {
        return node.has("enum");
    }

    boolean isTime() {
        return node.has("format");
    }

    int integer(String key, int otherwise) {
        return node.has(key) ? node.get(key).asInt() : otherwise;
    }
}
