package io.refundtool.specs.generator.render.golang;

import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.render.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders the model as a Go module of one package: a file of events a topic, and files that are the same whatever the
 * specs say.
 */
public final class GoRenderer {

    private static final List<String> COPIED = List.of(
            "README.md",
            "check.go",
            "envelope.go",
            "error.go",
            "escape.go",
            "event.go",
            "go.mod",
            "number.go",
            "parse.go",
            "value.go",
            "write.go");

    private final SpecModel model;
    private final GoNames names;
    private final Templates templates = new Templates("go");
    private final Map<String, String> files = new LinkedHashMap<>();

    private GoRenderer(SpecModel model) {
        this.model = model;
        this.names = new GoNames(model);
    }

    /** The files by their paths in the module. */
    public static Map<String, String> render(SpecModel model) {
        GoRenderer renderer = new GoRenderer(model);
        COPIED.forEach(file -> renderer.files.put(file, renderer.templates.copy(file)));
        renderer.types();
        renderer.topics().forEach(renderer::events);
        renderer.eventTypes();
        return renderer.files;
    }

    private void types() {
        add("limits", "limits", Map.of("limits", GoLimit.of(model.types())));
        List<GoEnum> enums = model.types().stream()
                .filter(EnumType.class::isInstance)
                .map(type -> GoEnum.of((EnumType) type, names))
                .toList();
        add("enums", "enums", Map.of("enums", enums));
        structs(
                "records",
                "common/types.v1.yaml",
                model.types().stream()
                        .filter(RecordType.class::isInstance)
                        .map(type -> GoStruct.of((RecordType) type, names))
                        .toList());
    }

    /** Its name ends in "_events", since other ends, such as "_linux" and "_test", mean something to Go. */
    private void events(TopicSpec topic) {
        structs(
                topic.name().replaceAll("[.-]", "_") + "_events",
                "the specs of " + topic.name(),
                topic.events().stream()
                        .map(entry -> GoStruct.of(entry.event(), topic, names))
                        .toList());
    }

    private void structs(String file, String source, List<GoStruct> structs) {
        boolean time = structs.stream().anyMatch(GoStruct::hasTimes);
        add(file, "structs", Map.of("source", source, "time", time, "structs", structs));
    }

    private void eventTypes() {
        List<GoEventType> types = topics().stream()
                .flatMap(topic -> topic.events().stream().map(entry -> GoEventType.of(entry.event(), topic, names)))
                .toList();
        List<GoEventType.GoTopic> topics = topics().stream()
                .map(topic -> GoEventType.GoTopic.of(topic, names))
                .toList();
        add("event_types", "event_types", Map.of("types", types, "topics", topics));
    }

    private List<TopicSpec> topics() {
        return model.topics().stream().filter(topic -> !topic.deadLetters()).toList();
    }

    private void add(String file, String template, Map<String, ?> values) {
        files.put(file + ".go", templates.render(template, values));
    }
}
