package io.refundtool.specs.generator.render.golang;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.ValueType.TimeType;
import io.refundtool.specs.generator.model.Words;
import io.refundtool.specs.generator.render.Identifiers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of the one Go package that holds everything. Each is claimed; one that is taken gets an underscore, so that
 * whatever the specs are called, the package compiles.
 */
final class GoNames {

    /** What {@code event.go}, {@code envelope.go} and {@code event_types.go} call their own. */
    private static final Set<String> RUNTIME = Set.of(
            "Batch",
            "Envelope",
            "Event",
            "EventType",
            "EventTypes",
            "InvalidEventError",
            "Ptr",
            "Read",
            "ReadStrictly",
            "Topic",
            "Write");

    /** What every struct of an event has as methods. */
    private static final Set<String> METHODS =
            Set.of("EventType", "GoString", "Key", "MarshalJSON", "String", "UnmarshalJSON", "Validate");

    private static final Map<String, String> INITIALISMS = Map.of("Id", "ID", "Sku", "SKU", "Url", "URL");

    private final Set<String> taken = new HashSet<>(RUNTIME);
    private final Map<Object, String> names = new HashMap<>();

    GoNames(SpecModel model) {
        model.types().stream()
                .filter(type -> type instanceof EnumType || type instanceof RecordType)
                .forEach(type -> claim(String.valueOf(type.name()), String.valueOf(type.name())));
        for (EventSpec event : model.events()) {
            claim(event, Words.pascal(event.system()) + Words.typeName(event));
            claim("type " + event.wireName(), "Type" + Words.pascal(event.wireName()));
        }
        model.topics().forEach(topic -> claim("topic " + topic.name(), "Topic" + Words.pascal(topic.name())));
        model.types().stream()
                .filter(EnumType.class::isInstance)
                .map(EnumType.class::cast)
                .forEach(choice -> choice.values()
                        .forEach(value ->
                                claim(choice.name() + " " + value, choice.name() + Identifiers.constant(value))));
    }

    String of(EventSpec event) {
        return get(event);
    }

    /** The Go type of a value that is there. */
    String of(ValueType type) {
        return switch (type) {
            case TextType text -> "string";
            case IntegerType integer -> "int64";
            case TimeType time -> "time.Time";
            case EnumType choice -> ofType(choice.name());
            case RecordType record -> ofType(record.name());
            case ListType list -> "[]" + of(list.element());
        };
    }

    /** An enum or a record. */
    String ofType(String type) {
        return get(type);
    }

    String ofEventType(EventSpec event) {
        return get("type " + event.wireName());
    }

    String ofTopic(TopicSpec topic) {
        return get("topic " + topic.name());
    }

    String ofConstant(EnumType choice, String value) {
        return get(choice.name() + " " + value);
    }

    /** The fields of a struct by the names of their properties. */
    static Map<String, String> fields(List<Property> properties) {
        Set<String> taken = new HashSet<>(METHODS);
        return properties.stream()
                .map(Property::name)
                .collect(Collectors.toMap(name -> name, name -> Identifiers.claim(exported(name), taken)));
    }

    /** {@code orderId} as {@code OrderID}. */
    private static String exported(String camel) {
        return Arrays.stream(camel.split("(?<=[a-z0-9])(?=[A-Z])"))
                .map(Identifiers::capital)
                .map(word -> INITIALISMS.getOrDefault(word, word))
                .collect(Collectors.joining());
    }

    private void claim(Object what, String name) {
        names.put(what, Identifiers.claim(name, taken));
    }

    private String get(Object what) {
        String name = names.get(what);
        if (name == null) {
            throw new IllegalStateException("Expected a name for " + what + ", but it has none");
        }
        return name;
    }
}
