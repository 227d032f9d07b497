package io.refundtool.specs.generator.render.golang;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TimeType;
import io.refundtool.specs.generator.render.Sentences;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A record or event as a Go struct.
 *
 * @param personal whether it says something of a person and so must not be printed
 * @param type the constant of an event's type; empty for a record
 * @param key the field that is the key in the topic; empty for a record
 */
public record GoStruct(
        String name, String doc, boolean personal, String type, String key, List<GoProperty> properties) {

    private static final int LINE = 100;

    static GoStruct of(EventSpec event, TopicSpec topic, GoNames names) {
        String name = names.of(event);
        String purpose = "%s is the event %s of the topic %s.".formatted(name, event.wireName(), topic.name());
        String key = Objects.requireNonNull(GoNames.fields(event.properties()).get(topic.key()), topic.key());
        return new GoStruct(
                name,
                GoText.comment(List.of(purpose, event.description(), GoText.deprecation(event)), ""),
                false,
                names.ofEventType(event),
                key,
                properties(event.properties(), name, names));
    }

    static GoStruct of(RecordType record, GoNames names) {
        String name = names.ofType(record.name());
        return new GoStruct(
                name,
                GoText.comment(List.of(name + " is part of events.", record.description()), ""),
                record.personal(),
                "",
                "",
                properties(record.properties(), name, names));
    }

    /** The names of the properties as arguments. */
    public String names() {
        String names = properties.stream()
                .map(property -> GoText.literal(property.property().name()))
                .collect(Collectors.joining(", "));
        return String.join("\n\t\t", Sentences.wrap(names, LINE));
    }

    /** The limits that have no name in the specs, as declarations of variables. */
    public List<String> limits() {
        return properties.stream()
                .filter(property -> property.single().name() == null)
                .map(property -> GoLimit.declaration(property.limit(), property.single()))
                .filter(declaration -> !declaration.isEmpty())
                .toList();
    }

    boolean hasTimes() {
        return properties.stream().anyMatch(property -> property.single() instanceof TimeType);
    }

    private static List<GoProperty> properties(List<Property> properties, String owner, GoNames names) {
        Map<String, String> fields = GoNames.fields(properties);
        return properties.stream()
                .map(property ->
                        new GoProperty(property, Objects.requireNonNull(fields.get(property.name())), owner, names))
                .toList();
    }
}
