package io.refundtool.bus.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The entries of the registry, as programs get them and as templates show them. Absent members are left out. */
public sealed interface Entry {

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
    record Summary(
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
            String schema)
            implements Entry {}

    /** When a version goes and what takes its place, as ISO dates and the path of the successor. */
    record Gone(String since, String sunset, String successor) implements Entry {}

    /**
     * An event type by itself.
     *
     * @param expects the answer that it wants, if it wants one
     * @param versions all versions of the event, the oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(
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
            JsonNode schema)
            implements Entry {}

    /** Any one of these events, within an ISO 8601 duration. */
    record Expected(List<String> anyOf, String within) implements Entry {}

    /** The schemas of all versions of an event, the oldest first. */
    record Schemas(String event, List<VersionedSchema> items) implements Entry {}

    /** A version with its schema. */
    record VersionedSchema(Summary type, JsonNode schema) implements Entry {}
}
