package io.refundtool.bus.http;

import io.refundtool.bus.registry.EventTypes;
import io.refundtool.bus.registry.Lookup;
import io.refundtool.bus.registry.PublishableType;
import io.refundtool.events.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code GET /event-types}: what there is, and the schemas. */
@RestController
final class EventTypesController {

    private final EventTypes eventTypes;

    EventTypesController(EventTypes eventTypes) {
        this.eventTypes = eventTypes;
    }

    /**
     * An event type in the list.
     *
     * @param writable whether events of this type are accepted here
     */
    record Summary(String name, int version, String title, String topic, String writer, boolean writable) {}

    /** An event type by itself. */
    record Detail(
            String name,
            int version,
            String title,
            String description,
            String topic,
            String writer,
            boolean writable,
            JsonNode schema) {}

    @GetMapping("/event-types")
    List<Summary> list() {
        return Arrays.stream(EventType.values()).map(this::summary).toList();
    }

    @GetMapping("/event-types/{name}")
    ResponseEntity<Object> one(@PathVariable String name) {
        return of(name, this::detail);
    }

    /** Where the header {@code ce_dataschema} of a written event points. */
    @GetMapping("/event-types/{name}/schemas")
    ResponseEntity<Object> schema(@PathVariable String name) {
        return of(name, eventTypes::schemaOf);
    }

    private ResponseEntity<Object> of(String name, Function<EventType, Object> answer) {
        return switch (eventTypes.find(name)) {
            case Lookup.Publishable(PublishableType type) -> ResponseEntity.ok(answer.apply(type.type()));
            case Lookup.NotPublishable(EventType type) -> ResponseEntity.ok(answer.apply(type));
            case Lookup.Refusal refusal -> LookupProblems.answer(name, refusal);
        };
    }

    private Summary summary(EventType type) {
        return new Summary(
                type.wireName(),
                type.version(),
                type.title(),
                type.topic().topicName(),
                type.topic().writer(),
                eventTypes.isPublishable(type));
    }

    private Detail detail(EventType type) {
        return new Detail(
                type.wireName(),
                type.version(),
                type.title(),
                type.description(),
                type.topic().topicName(),
                type.topic().writer(),
                eventTypes.isPublishable(type),
                eventTypes.schemaOf(type));
    }
}
