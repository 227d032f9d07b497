package io.refundtool.specs.generator.render.php;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A record or event as a PHP class.
 *
 * @param type the case of an event's type; empty for a record
 * @param key the property that is the key in the topic; empty for a record
 */
record PhpClass(
        String namespace,
        String name,
        String source,
        String doc,
        boolean personal,
        String type,
        String key,
        List<PhpProperty> properties) {

    static PhpClass of(EventSpec event, TopicSpec topic) {
        String names = "`%s` in the topic `%s`.".formatted(event.wireName(), topic.name());
        return new PhpClass(
                PhpNames.namespace(event),
                PhpNames.event(event),
                event.file(),
                PhpText.comment(List.of(event.description(), names, PhpText.deprecation(event)), ""),
                false,
                PhpNames.eventType(event),
                topic.key(),
                properties(event.properties()));
    }

    static PhpClass of(RecordType record) {
        return new PhpClass(
                PhpNames.COMMON,
                PhpNames.type(record.name()),
                "common/types.v1.yaml",
                PhpText.comment(List.of(record.description()), ""),
                record.personal(),
                "",
                "",
                properties(record.properties()));
    }

    String path() {
        return PhpRenderer.path(namespace, name);
    }

    /** What the template of a class needs. Its parameters are the properties, those that are required first. */
    Map<String, Object> values() {
        return Map.of(
                "namespace", namespace,
                "name", name,
                "source", source,
                "doc", doc,
                "personal", personal,
                "type", type,
                "key", key,
                "properties", properties,
                "parameters",
                        properties.stream()
                                .sorted(Comparator.comparing(property -> !property.required()))
                                .toList(),
                "imports", imports());
    }

    private Set<String> imports() {
        Set<String> imports = properties.stream()
                .flatMap(property -> property.imports().stream())
                .filter(imported ->
                        !imported.substring(0, imported.lastIndexOf('\\')).equals(namespace))
                .collect(Collectors.toCollection(TreeSet::new));
        imports.addAll(List.of(
                PhpNames.NAMESPACE + "\\InvalidEventException",
                PhpNames.NAMESPACE + "\\Json\\Json",
                PhpNames.NAMESPACE + "\\Json\\JsonParser",
                PhpNames.NAMESPACE + "\\Json\\JsonValue"));
        if (!type.isEmpty()) {
            imports.addAll(List.of(PhpNames.NAMESPACE + "\\Event", PhpNames.NAMESPACE + "\\EventType"));
        }
        return imports;
    }

    private static List<PhpProperty> properties(List<Property> properties) {
        return properties.stream().map(PhpProperty::new).toList();
    }
}
