package io.refundtool.bus.pages;

import io.refundtool.bus.registry.Catalogue;
import io.refundtool.bus.registry.EventTypes;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the templates of the pages are filled with. */
final class PageModels {

    private final EventTypes eventTypes;
    private final Catalogue catalogue;
    private final Views views;
    private final JsonMapper indented =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    PageModels(EventTypes eventTypes, Catalogue catalogue, Views views) {
        this.eventTypes = eventTypes;
        this.catalogue = catalogue;
        this.views = views;
    }

    /** The list, with the topics of its events in the order of the specs, and what it can be narrowed to. */
    Map<String, Object> list(List<Entry.Summary> types, Optional<String> topic, Optional<String> writer) {
        List<Map<String, Object>> shown = catalogue.topics().stream()
                .filter(entry -> types.stream().anyMatch(type -> type.topic().equals(entry.get("name"))))
                .toList();
        return Map.of(
                "topics", shown,
                "types", types,
                "topicNames", topicNames(),
                "writerNames", writerNames(),
                "topic", topic.orElse(""),
                "writer", writer.orElse(""));
    }

    Map<String, Object> event(EventType type) {
        Map<String, Object> values = new HashMap<>();
        values.put("type", views.summary(type));
        values.put("event", catalogue.event(type));
        values.put("topic", catalogue.topicOf(type));
        values.put("types", catalogue.typesOf(type));
        values.put("versions", views.versions(EventTypes.eventOf(type)));
        values.put("example", json(Objects.requireNonNull(catalogue.event(type).get("example"))));
        return values;
    }

    Map<String, Object> schemas(String event) {
        return Map.of(
                "event",
                event,
                "items",
                EventTypes.versionsOf(event).stream().map(this::schema).toList());
    }

    Map<String, Object> schema(EventType type) {
        return Map.of("type", views.summary(type), "schema", json(eventTypes.schemaOf(type)));
    }

    private String json(Object value) {
        return indented.writeValueAsString(value);
    }

    private static List<String> topicNames() {
        return Arrays.stream(Topic.values())
                .filter(topic -> !topic.deadLetters())
                .map(Topic::topicName)
                .toList();
    }

    private static List<String> writerNames() {
        return Arrays.stream(EventType.values())
                .flatMap(type -> Stream.concat(Stream.of(type.topic().writer()), type.writers().stream()))
                .distinct()
                .sorted()
                .toList();
    }
}
