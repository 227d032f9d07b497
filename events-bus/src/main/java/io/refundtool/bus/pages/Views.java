package io.refundtool.bus.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.refundtool.bus.registry.Catalogue;
import io.refundtool.bus.registry.Deprecations;
import io.refundtool.bus.registry.EventTypes;
import io.refundtool.events.Deprecation;
import io.refundtool.events.EventType;
import io.refundtool.events.Expectation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the registry tells programs, as JSON. Absent members are left out. */
final class Views {

    private final EventTypes eventTypes;
    private final Catalogue catalogue;
    private final Deprecations deprecations;

    Views(EventTypes eventTypes, Catalogue catalogue, Deprecations deprecations) {
        this.eventTypes = eventTypes;
        this.catalogue = catalogue;
        this.deprecations = deprecations;
    }

    /**
     * An event type in a list.
     *
     * @param event the name that all versions share
     * @param writer the system whose facts the topic holds
     * @param writers who may write events of this type
     * @param writable whether events of this type are accepted here
     * @param self where more is said of it
     * @param schema where its JSON Schema is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            String name,
            String event,
            int version,
            String title,
            String topic,
            String writer,
            List<String> writers,
            boolean writable,
            String compatibility,
            @Nullable Gone deprecated,
            String self,
            String schema) {}

    /** When a version goes and what takes its place, as ISO dates and the path of the successor. */
    public record Gone(String since, String sunset, String successor) {}

    /**
     * An event type by itself.
     *
     * @param expects the answer that it wants, if it wants one
     * @param versions all versions of the event, the oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            String name,
            String event,
            int version,
            String title,
            String description,
            String topic,
            String key,
            String writer,
            List<String> writers,
            List<String> readers,
            boolean writable,
            String compatibility,
            @Nullable Gone deprecated,
            @Nullable Expected expects,
            List<Summary> versions,
            Object example,
            JsonNode schema) {}

    /** Any one of these events, within an ISO 8601 duration. */
    public record Expected(List<String> anyOf, String within) {}

    /** The schemas of all versions of an event, the oldest first. */
    public record Schemas(String event, List<VersionedSchema> items) {}

    /** A version with its schema. */
    public record VersionedSchema(Summary type, JsonNode schema) {}

    Summary summary(EventType type) {
        return new Summary(
                type.wireName(),
                EventTypes.eventOf(type),
                type.version(),
                type.title(),
                type.topic().topicName(),
                type.topic().writer(),
                type.writers(),
                eventTypes.isPublishable(type),
                compatibility(type),
                deprecations.of(type).map(Views::gone).orElse(null),
                Paths.of(type),
                Paths.schemaOf(type));
    }

    Detail detail(EventType type) {
        Summary summary = summary(type);
        return new Detail(
                summary.name(),
                summary.event(),
                summary.version(),
                summary.title(),
                type.description(),
                summary.topic(),
                String.valueOf(catalogue.topicOf(type).get("key")),
                summary.writer(),
                summary.writers(),
                type.topic().readers(),
                summary.writable(),
                summary.compatibility(),
                summary.deprecated(),
                type.expects().map(Views::expected).orElse(null),
                versions(EventTypes.eventOf(type)),
                Objects.requireNonNull(catalogue.event(type).get("example")),
                eventTypes.schemaOf(type));
    }

    List<Summary> versions(String event) {
        return EventTypes.versionsOf(event).stream().map(this::summary).toList();
    }

    Schemas schemas(String event) {
        return new Schemas(
                event,
                EventTypes.versionsOf(event).stream()
                        .map(type -> new VersionedSchema(summary(type), eventTypes.schemaOf(type)))
                        .toList());
    }

    private static String compatibility(EventType type) {
        return type.compatibility().name().toLowerCase(Locale.ROOT);
    }

    private static Gone gone(Deprecation deprecation) {
        return new Gone(
                deprecation.since().toString(), deprecation.sunset().toString(), Paths.ofName(deprecation.successor()));
    }

    private static Expected expected(Expectation expectation) {
        return new Expected(expectation.anyOf(), expectation.within().toString());
    }
}
