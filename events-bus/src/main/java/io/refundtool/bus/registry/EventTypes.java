package io.refundtool.bus.registry;

import io.refundtool.events.EventType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Every event type of the specs, with its schema, and which of them the gateway writes. Everything is loaded at start. */
public final class EventTypes {

    /** How {@code topics.yaml} names this gateway in {@code through}. */
    public static final String GATEWAY = "events-bus";

    private static final Pattern VERSION = Pattern.compile("\\.v[0-9]+$");

    private final Map<EventType, JsonNode> schemas = new EnumMap<>(EventType.class);
    private final Map<EventType, PublishableType> publishable = new EnumMap<>(EventType.class);

    public EventTypes() {
        var loader = new SchemaLoader();
        for (EventType type : EventType.values()) {
            JsonNode schema = loader.read(type);
            schemas.put(type, schema);
            if (type.topic().through().equals(Optional.of(GATEWAY))) {
                publishable.put(type, new PublishableType(type, loader.compile(schema)));
            }
        }
    }

    public Lookup find(String wireName) {
        Optional<EventType> known = EventType.of(wireName);
        if (known.isEmpty()) {
            List<EventType> versions = versionsOf(withoutVersion(wireName));
            return versions.isEmpty() ? new Lookup.Unknown() : new Lookup.UnknownVersion(versions);
        }
        PublishableType type = publishable.get(known.get());
        return type == null ? new Lookup.NotPublishable(known.get()) : new Lookup.Publishable(type);
    }

    /**
     * The versions of an event, the oldest first; none if there is no such event.
     *
     * @param event a name without a version, such as {@code payment.money-refunded}
     */
    public static List<EventType> versionsOf(String event) {
        return Arrays.stream(EventType.values())
                .filter(type -> eventOf(type).equals(event))
                .sorted(Comparator.comparingInt(EventType::version))
                .toList();
    }

    /** The name that all versions share. */
    public static String eventOf(EventType type) {
        return withoutVersion(type.wireName());
    }

    public boolean isPublishable(EventType type) {
        return publishable.containsKey(type);
    }

    /** The JSON Schema of the type's data. The node is shared: it must not be changed. */
    public JsonNode schemaOf(EventType type) {
        return Objects.requireNonNull(schemas.get(type));
    }

    private static String withoutVersion(String name) {
        return VERSION.matcher(name).replaceFirst("");
    }
}
