package io.refundtool.specs.generator.docs;

import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.render.EventSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renders an AsyncAPI 3.0 document: a channel a topic, a message an event, and an operation for each system that writes
 * or reads a topic.
 */
final class AsyncApiRenderer {

    static final String RESOURCE = "io/refundtool/events/asyncapi.json";

    private static final String SCHEMAS = "#/components/schemas/";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final SpecModel model;
    private final EventSchemas schemas = new EventSchemas(SCHEMAS);

    private AsyncApiRenderer(SpecModel model) {
        this.model = model;
    }

    static String render(SpecModel model) {
        return MAPPER.writeValueAsString(new AsyncApiRenderer(model).document()) + "\n";
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", "application/json");
        document.put("channels", channels());
        document.put("operations", AsyncApiOperations.of(model));
        document.put("components", components());
        return document;
    }

    private static Map<String, Object> info() {
        return ordered(
                "title",
                "Refund Tool events",
                "version",
                "1.0.0",
                "description",
                "What the systems around a refund tell each other over Kafka. Every event has a version of its "
                        + "own, the end of its name; the version of this document counts its form.",
                "license",
                ordered("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
    }

    private Map<String, Object> channels() {
        Map<String, Object> channels = new LinkedHashMap<>();
        for (TopicSpec topic : model.topics()) {
            Map<String, Object> messages = new LinkedHashMap<>();
            messagesOf(topic).forEach(name -> messages.put(name, reference("#/components/messages/" + name)));
            channels.put(
                    topic.name(),
                    ordered(
                            "address", topic.name(),
                            "description", topic.description(),
                            "messages", messages,
                            "bindings", ordered("kafka", AsyncApiBindings.topic(topic))));
        }
        return channels;
    }

    static List<String> messagesOf(TopicSpec topic) {
        return topic.deadLetters()
                ? List.of(AsyncApiMessages.DEAD_LETTER)
                : topic.events().stream().map(entry -> entry.event().wireName()).toList();
    }

    private Map<String, Object> components() {
        Map<String, Object> messages = new LinkedHashMap<>();
        Map<String, Object> events = new LinkedHashMap<>();
        for (TopicSpec topic : model.topics()) {
            for (TopicSpec.TopicEvent entry : topic.events()) {
                events.put(entry.event().wireName(), schemas.event(entry.event()));
                messages.put(entry.event().wireName(), AsyncApiMessages.event(entry, key()));
            }
        }
        messages.put(AsyncApiMessages.DEAD_LETTER, AsyncApiMessages.deadLetter());
        events.putAll(schemas.definitions());
        events.put(AsyncApiMessages.HEADERS, AsyncApiMessages.headers());
        return ordered("messages", messages, "schemas", events);
    }

    private Object key() {
        return Objects.requireNonNull(schemas.definitions().get("OrderId"));
    }

    static Map<String, Object> reference(String pointer) {
        return ordered("$ref", pointer);
    }

    /** A mapping in the order of the arguments: names and values by turns. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            mapping.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return mapping;
    }
}
