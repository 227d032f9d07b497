package io.refundtool.bus.registry;

import io.refundtool.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the specs say of topics, events and shared types in words, as the generator wrote it down: {@code catalogue.json}.
 *
 * <p>The entries are maps of JSON's types, for templates and for answers; they must not be changed.
 */
public final class Catalogue {

    private static final String RESOURCE = "/io/refundtool/events/catalogue.json";

    private final List<Map<String, Object>> topics;
    private final Map<String, Map<String, Object>> events;
    private final Map<String, Map<String, Object>> types;

    public Catalogue() {
        Map<String, List<Map<String, Object>>> catalogue = read();
        topics = List.copyOf(entries(catalogue, "topics"));
        events = byName(entries(catalogue, "events"));
        types = byName(entries(catalogue, "types"));
    }

    /** Every topic, in the order of the specs. */
    public List<Map<String, Object>> topics() {
        return topics;
    }

    public Map<String, Object> topicOf(EventType type) {
        return topics.stream()
                .filter(topic -> type.topic().topicName().equals(topic.get("name")))
                .findAny()
                .orElseThrow();
    }

    public Map<String, Object> event(EventType type) {
        return Objects.requireNonNull(events.get(type.wireName()));
    }

    /** The objects and enums that an event holds, in the order in which they are met. */
    public List<Map<String, Object>> typesOf(EventType type) {
        return ((List<?>) Objects.requireNonNull(event(type).get("types")))
                .stream()
                        .map(name -> Objects.requireNonNull(types.get(String.valueOf(name))))
                        .toList();
    }

    private static Map<String, List<Map<String, Object>>> read() {
        try (InputStream json = EventType.class.getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException("Expected " + RESOURCE + " on the class path, but it is not there.");
            }
            return new JsonMapper().readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> entries(Map<String, List<Map<String, Object>>> catalogue, String name) {
        return Objects.requireNonNull(catalogue.get(name), name);
    }

    private static Map<String, Map<String, Object>> byName(List<Map<String, Object>> entries) {
        return entries.stream()
                .collect(Collectors.toUnmodifiableMap(entry -> String.valueOf(entry.get("name")), Function.identity()));
    }
}
