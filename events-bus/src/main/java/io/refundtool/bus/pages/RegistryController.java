package io.refundtool.bus.pages;

import io.refundtool.bus.http.LookupProblems;
import io.refundtool.bus.registry.EventTypes;
import io.refundtool.bus.registry.Lookup;
import io.refundtool.bus.registry.Wanted;
import io.refundtool.events.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /event-types}: what there is, in which versions, and the schemas; JSON for programs and a page for people at
 * the same URL. A name may have a version ({@code payment.money-refunded.v1}) or not, which means the event in all of its
 * versions.
 */
@RestController
final class RegistryController {

    /** In place of a version: the highest one. */
    private static final String LATEST = "latest";

    private final EventTypes eventTypes;
    private final Views views;
    private final PageModels models;
    private final Answers answers;

    RegistryController(EventTypes eventTypes, Views views, PageModels models, Answers answers) {
        this.eventTypes = eventTypes;
        this.views = views;
        this.models = models;
        this.answers = answers;
    }

    /** All event types, or those of a topic, or those that a system writes. */
    @GetMapping(Paths.EVENT_TYPES)
    ResponseEntity<Object> list(
            @RequestParam Optional<String> topic,
            @RequestParam Optional<String> writer,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept)
            throws HttpMediaTypeNotAcceptableException {
        Optional<String> ofTopic = topic.filter(name -> !name.isBlank());
        Optional<String> byWriter = writer.filter(name -> !name.isBlank());
        List<Entry.Summary> types = Arrays.stream(EventType.values())
                .map(views::summary)
                .filter(type -> ofTopic.isEmpty() || type.topic().equals(ofTopic.get()))
                .filter(type -> byWriter.isEmpty()
                        || type.writer().equals(byWriter.get())
                        || type.writers().contains(byWriter.get()))
                .toList();
        return answers.of(accept, () -> types, "event-types", () -> models.list(types, ofTopic, byWriter));
    }

    /** An event type; without a version in its name the latest one. */
    @GetMapping(Paths.EVENT_TYPES + "/{name}")
    ResponseEntity<Object> one(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept)
            throws HttpMediaTypeNotAcceptableException {
        return switch (Wanted.of(eventTypes, name)) {
            case Wanted.One(EventType type) -> detail(accept, type);
            case Wanted.Every every -> detail(accept, every.latest());
            case Wanted.Nothing(Lookup.Refusal refusal) -> nothing(accept, name, refusal);
        };
    }

    /** The JSON Schema alone, where {@code ce_dataschema} of a written event points; without a version all of them. */
    @GetMapping(Paths.EVENT_TYPES + "/{name}/schemas")
    ResponseEntity<Object> schemas(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept)
            throws HttpMediaTypeNotAcceptableException {
        return switch (Wanted.of(eventTypes, name)) {
            case Wanted.One(EventType type) -> schema(accept, type);
            case Wanted.Every(String event, List<EventType> _) ->
                answers.of(accept, () -> views.schemas(event), "schemas", () -> models.schemas(event));
            case Wanted.Nothing(Lookup.Refusal refusal) -> nothing(accept, name, refusal);
        };
    }

    /** The JSON Schema of one version: a number, or {@code latest}. */
    @GetMapping(Paths.EVENT_TYPES + "/{name}/schemas/{version}")
    ResponseEntity<Object> version(
            @PathVariable String name,
            @PathVariable String version,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept)
            throws HttpMediaTypeNotAcceptableException {
        return switch (Wanted.of(eventTypes, name)) {
            case Wanted.One(EventType type) ->
                version(accept, EventTypes.versionsOf(EventTypes.eventOf(type)), name, version);
            case Wanted.Every(String event, List<EventType> versions) -> version(accept, versions, event, version);
            case Wanted.Nothing(Lookup.Refusal refusal) -> nothing(accept, name, refusal);
        };
    }

    private ResponseEntity<Object> version(
            @Nullable String accept, List<EventType> versions, String name, String version)
            throws HttpMediaTypeNotAcceptableException {
        Optional<EventType> found = version.equals(LATEST)
                ? Optional.of(versions.getLast())
                : versions.stream()
                        .filter(type -> String.valueOf(type.version()).equals(version))
                        .findAny();
        return found.isPresent()
                ? schema(accept, found.get())
                : nothing(accept, name + " in version " + version, new Lookup.UnknownVersion(versions));
    }

    private ResponseEntity<Object> detail(@Nullable String accept, EventType type)
            throws HttpMediaTypeNotAcceptableException {
        return answers.of(accept, () -> views.detail(type), "event-type", () -> models.event(type));
    }

    private ResponseEntity<Object> schema(@Nullable String accept, EventType type)
            throws HttpMediaTypeNotAcceptableException {
        return answers.of(accept, () -> eventTypes.schemaOf(type), "schema", () -> models.schema(type));
    }

    private ResponseEntity<Object> nothing(@Nullable String accept, String name, Lookup.Refusal refusal)
            throws HttpMediaTypeNotAcceptableException {
        return answers.problem(accept, LookupProblems.answer(name, refusal));
    }
}
