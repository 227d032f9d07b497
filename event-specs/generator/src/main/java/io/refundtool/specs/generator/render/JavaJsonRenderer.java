package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Renders the package {@code json}: one class a system that reads and writes its events, and one that chooses among them. */
final class JavaJsonRenderer {

    private static final String PACKAGE = JavaRenderer.PACKAGE + ".json";

    private final SpecModel model;
    private final Templates templates;
    private final Map<String, String> files = new LinkedHashMap<>();

    JavaJsonRenderer(SpecModel model, Templates templates) {
        this.model = model;
        this.templates = templates;
    }

    Map<String, String> render() {
        List<JavaJson> records = new ArrayList<>();
        Set<String> imports = new TreeSet<>();
        model.types().stream()
                .filter(RecordType.class::isInstance)
                .map(RecordType.class::cast)
                .forEach(record -> {
                    records.add(JavaJson.of(record.name(), "value", "", record.properties()));
                    imports.add(JavaRenderer.PACKAGE + ".common." + record.name());
                    addImports(imports, record.properties());
                });
        add(
                "CommonJson",
                "json",
                Map.of("records", records, "imports", imports, "topics", List.of(), "what", "common records"));
        bySystem().forEach(this::system);
        add("EventJson", "event-json", Map.of("topics", topics(), "types", types()));
        return files;
    }

    private void system(String system, List<TopicSpec> topics) {
        List<JavaJson> records = new ArrayList<>();
        Set<String> imports = new TreeSet<>();
        for (TopicSpec topic : topics) {
            imports.add(JavaRenderer.PACKAGE + "." + system + "." + topic.interfaceName());
            for (TopicSpec.TopicEvent entry : topic.events()) {
                EventSpec event = entry.event();
                records.add(JavaJson.of(Words.typeName(event), "event", "CommonJson.", event.properties()));
                imports.add(JavaRenderer.PACKAGE + "." + system + "." + Words.typeName(event));
                addImports(imports, event.properties());
            }
        }
        List<Map<String, Object>> views = topics.stream()
                .map(topic -> Map.<String, Object>of(
                        "name", String.valueOf(topic.interfaceName()),
                        "events",
                                topic.events().stream()
                                        .map(e -> Words.typeName(e.event()))
                                        .toList()))
                .toList();
        add(
                Words.pascal(system) + "Json",
                "json",
                Map.of(
                        "records",
                        records,
                        "imports",
                        imports,
                        "topics",
                        views,
                        "what",
                        "events of " + Words.pascal(system)));
    }

    private Map<String, List<TopicSpec>> bySystem() {
        Map<String, List<TopicSpec>> systems = new TreeMap<>();
        model.topics().stream()
                .filter(topic -> !topic.deadLetters())
                .forEach(topic -> systems.computeIfAbsent(
                                topic.events().getFirst().event().system(), system -> new ArrayList<>())
                        .add(topic));
        return systems;
    }

    private List<Map<String, String>> topics() {
        return model.topics().stream()
                .filter(topic -> !topic.deadLetters())
                .map(topic -> {
                    String system = topic.events().getFirst().event().system();
                    return Map.of(
                            "name", String.valueOf(topic.interfaceName()),
                            "imported", JavaRenderer.PACKAGE + "." + system + "." + topic.interfaceName(),
                            "json", Words.pascal(system) + "Json");
                })
                .toList();
    }

    private List<Map<String, String>> types() {
        return model.events().stream()
                .map(event -> Map.of(
                        "constant", Words.constant(event.wireName()),
                        "reader", "%sJson.read%s".formatted(Words.pascal(event.system()), Words.typeName(event))))
                .toList();
    }

    private static void addImports(Set<String> imports, List<Property> properties) {
        for (Property property : properties) {
            imports.addAll(new JavaProperty(property).typeImports());
            if (property.type() instanceof ListType list && list.element() instanceof RecordType record) {
                imports.add(JavaRenderer.PACKAGE + ".common." + record.name());
            }
        }
    }

    private void add(String name, String template, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("package", PACKAGE);
        all.put("name", name);
        files.put(PACKAGE.replace('.', '/') + "/" + name + ".java", templates.render(template, all));
    }
}
