package io.refundtool.bus.pages;

import io.refundtool.bus.registry.EventTypes;
import io.refundtool.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two documents that tools read. The AsyncAPI document is the generator's as it is; the OpenAPI document is a part
 * written by hand, {@code openapi.yaml}, with the schemas of the events and their names put in.
 */
final class Documents {

    private static final String ASYNC_API = "/io/refundtool/events/asyncapi.json";
    private static final String OPEN_API = "openapi.yaml";
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonMapper json = new JsonMapper();
    private final byte[] asyncApi;
    private final byte[] openApi;

    Documents(EventTypes eventTypes) {
        asyncApi = read(EventType.class, ASYNC_API);
        openApi = json.writeValueAsBytes(openApi(eventTypes));
    }

    byte[] asyncApi() {
        return asyncApi;
    }

    byte[] openApi() {
        return openApi;
    }

    private ObjectNode openApi(EventTypes eventTypes) {
        ObjectNode document = handWritten();
        ObjectNode schemas = document.withObject("/components/schemas");
        eventSchemas().forEach(schema -> schemas.set(schema.getKey(), schema.getValue()));
        schemas.set("EventTypeName", names(type -> true));
        schemas.set("WritableEventTypeName", names(eventTypes::isPublishable));
        schemas.putObject("WritableEvent")
                .put("description", "The data of an event of the type in the path.")
                .set("anyOf", references(eventTypes));
        return document;
    }

    private ObjectNode handWritten() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try (InputStream part = Documents.class.getResourceAsStream(OPEN_API)) {
            Object read = yaml.load(Objects.requireNonNull(part, OPEN_API));
            return json.valueToTree(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schemas of the AsyncAPI document refer to each other by the same pointers, so they fit as they are. */
    private Iterable<Map.Entry<String, JsonNode>> eventSchemas() {
        return json.readTree(asyncApi).at("/components/schemas").properties();
    }

    private ObjectNode names(Predicate<EventType> wanted) {
        ObjectNode schema = json.createObjectNode().put("type", "string");
        ArrayNode names = schema.putArray("enum");
        Arrays.stream(EventType.values()).filter(wanted).forEach(type -> names.add(type.wireName()));
        return schema;
    }

    private ArrayNode references(EventTypes eventTypes) {
        ArrayNode references = json.createArrayNode();
        Arrays.stream(EventType.values())
                .filter(eventTypes::isPublishable)
                .forEach(type -> references.addObject().put("$ref", SCHEMAS + type.wireName()));
        return references;
    }

    private static byte[] read(Class<?> owner, String resource) {
        try (InputStream document = owner.getResourceAsStream(resource)) {
            return Objects.requireNonNull(document, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
