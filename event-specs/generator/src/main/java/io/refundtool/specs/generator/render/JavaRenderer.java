package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Renders the model as Java: records, enums, an interface a topic, and the code that reads and writes their JSON. */
public final class JavaRenderer {

    static final String PACKAGE = "io.refundtool.events";

    private static final String TYPES = "common/types.v1.yaml";
    private static final String COMMON = PACKAGE + ".common";

    private final SpecModel model;
    private final Templates templates = new Templates("java");
    private final Map<String, String> files = new LinkedHashMap<>();

    private JavaRenderer(SpecModel model) {
        this.model = model;
    }

    /** The sources by their paths. */
    public static Map<String, String> render(SpecModel model) {
        JavaRenderer renderer = new JavaRenderer(model);
        renderer.common();
        model.topics().stream().filter(topic -> !topic.deadLetters()).forEach(renderer::topic);
        renderer.catalogue();
        new JavaJsonRenderer(model, renderer.templates).render().forEach(renderer::add);
        return renderer.files;
    }

    private void common() {
        packageInfo(COMMON, "What several events have in common.", TYPES);
        for (ValueType type : model.types()) {
            if (type instanceof EnumType choice) {
                choice(choice);
            } else if (type instanceof RecordType record) {
                record(record);
            }
        }
        add(COMMON, "Limits", "limits", Map.of("limits", JavaLimit.of(model.types())));
    }

    private void choice(EnumType choice) {
        List<JavaConstant> constants = choice.values().stream()
                .map(value -> new JavaConstant(Words.constant(value), value))
                .toList();
        boolean plain = constants.stream().allMatch(constant -> constant.name().equals(constant.wire()));
        add(
                COMMON,
                choice.name(),
                "enum",
                Map.of(
                        "name",
                        choice.name(),
                        "javadoc",
                        JavaText.javadoc(List.of(choice.description()), List.of(), 0),
                        "plain",
                        plain,
                        "constants",
                        constants));
    }

    private void topic(TopicSpec topic) {
        String system = topic.events().getFirst().event().system();
        String packageName = PACKAGE + "." + system;
        packageInfo(packageName, "The events of " + Words.pascal(system) + ".", "topics.yaml");
        List<JavaProperty> shared =
                topic.shared().stream().map(JavaProperty::new).toList();
        Set<String> imports = new TreeSet<>(Set.of(PACKAGE + ".Event"));
        shared.forEach(property -> imports.addAll(property.signatureImports()));
        add(
                packageName,
                String.valueOf(topic.interfaceName()),
                "topic-interface",
                Map.of(
                        "name", String.valueOf(topic.interfaceName()),
                        "javadoc",
                                JavaText.javadoc(
                                        List.of(
                                                topic.description(),
                                                "The events of the topic {@code " + topic.name() + "}."),
                                        List.of(),
                                        0),
                        "imports", imports,
                        "permits",
                                topic.events().stream()
                                        .map(e -> Words.typeName(e.event()))
                                        .toList(),
                        "shared", shared));
        topic.events().forEach(entry -> event(packageName, topic, entry.event()));
    }

    private void event(String packageName, TopicSpec topic, EventSpec event) {
        String name = Words.typeName(event);
        Map<String, Object> values =
                record(packageName, name, event.file(), event.properties(), PACKAGE + ".EventType");
        values.put("javadoc", JavaDocs.of(event, topic.name()));
        values.put("parent", String.valueOf(topic.interfaceName()));
        values.put("eventType", Words.constant(event.wireName()));
        add(packageName, name, "record", values);
    }

    private void record(RecordType record) {
        Map<String, Object> values = record(COMMON, record.name(), TYPES, record.properties());
        values.put("javadoc", JavaDocs.of(record));
        values.put("personal", record.personal());
        add(COMMON, record.name(), "record", values);
    }

    private static Map<String, Object> record(
            String packageName, String name, String source, List<Property> properties, String... otherImports) {
        List<JavaProperty> components =
                properties.stream().map(JavaProperty::new).toList();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("source", source);
        values.put("imports", JavaImports.of(packageName, components, otherImports));
        values.put("name", name);
        values.put("components", components);
        values.put(
                "constants",
                components.stream()
                        .map(JavaProperty::constant)
                        .filter(c -> !c.isEmpty())
                        .toList());
        values.put(
                "checks", components.stream().flatMap(c -> c.checks().stream()).toList());
        return values;
    }

    private void catalogue() {
        add(
                PACKAGE,
                "Topic",
                "topic",
                Map.of("topics", model.topics().stream().map(JavaTopic::of).toList()));
        boolean deprecated = model.events().stream().anyMatch(event -> event.deprecation() != null);
        add(PACKAGE, "EventType", "event-type", Map.of("types", JavaEventType.of(model), "deprecated", deprecated));
    }

    private void packageInfo(String packageName, String purpose, String source) {
        add(packageName, "package-info", "package-info", Map.of("purpose", purpose, "source", source));
    }

    private void add(String packageName, String name, String template, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("package", packageName);
        add(packageName.replace('.', '/') + "/" + name + ".java", templates.render(template, all));
    }

    private void add(String path, String content) {
        files.put(path, content);
    }
}
