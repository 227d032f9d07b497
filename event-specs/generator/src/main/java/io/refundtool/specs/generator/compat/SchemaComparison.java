package io.refundtool.specs.generator.compat;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.ListType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.ValueType.TimeType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what two editions of an event accept, property by property. Names of types do not matter: nobody sends them. */
final class SchemaComparison {

    private final EventSpec released;
    private final Changes changes;

    SchemaComparison(EventSpec released, Changes changes) {
        this.released = released;
        this.changes = changes;
    }

    void with(EventSpec current) {
        properties(Spot.of(current), released.properties(), current.properties());
    }

    private void properties(Spot owner, List<Property> before, List<Property> after) {
        Map<String, Property> now = byName(after);
        Map<String, Property> then = byName(before);
        for (Property property : before) {
            Property same = now.get(property.name());
            if (same == null) {
                add(
                        Rule.PROPERTY_REMOVED,
                        owner,
                        "properties",
                        "Expected property '%s' of %s to stay, but it is gone"
                                .formatted(property.name(), owner.label()));
            } else {
                presence(owner.property(property.name()), property.required(), same.required());
                type(owner.property(property.name()), property.type(), same.type());
            }
        }
        after.stream()
                .filter(property -> !then.containsKey(property.name()))
                .forEach(property -> added(owner, property));
    }

    private static Map<String, Property> byName(List<Property> properties) {
        return properties.stream().collect(Collectors.toMap(Property::name, Function.identity()));
    }

    private void added(Spot owner, Property property) {
        String sentence = property.required()
                ? "Expected the new property '%s' of %s to be optional, but it is required"
                : "Expected no new property '%s' of %s, but there is one";
        Spot spot = owner.property(property.name());
        add(
                property.required() ? Rule.REQUIRED_ADDED : Rule.OPTIONAL_ADDED,
                spot,
                "",
                sentence.formatted(property.name(), owner.label()));
    }

    private void presence(Spot spot, boolean before, boolean after) {
        if (before != after) {
            add(
                    after ? Rule.BECAME_REQUIRED : Rule.BECAME_OPTIONAL,
                    spot,
                    "",
                    "Expected property %s to stay %s, but it is %s"
                            .formatted(spot.label(), presence(before), presence(after)));
        }
    }

    private static String presence(boolean required) {
        return required ? "required" : "optional";
    }

    private void type(Spot spot, ValueType before, ValueType after) {
        String name = before.name();
        Spot at = name != null && name.equals(after.name()) ? spot.named(name) : spot;
        LimitComparison limits = new LimitComparison(at, this::add);
        switch (before) {
            case TextType text when after instanceof TextType now -> limits.of(text, now);
            case TimeType _ when after instanceof TimeType -> {
                // all times are alike
            }
            case IntegerType number when after instanceof IntegerType now -> limits.of(number, now);
            case EnumType choice when after instanceof EnumType now -> limits.of(choice, now);
            case RecordType record
            when after instanceof RecordType now -> properties(at, record.properties(), now.properties());
            case ListType list
            when after instanceof ListType now -> {
                limits.of(list, now);
                type(at.items(), list.element(), now.element());
            }
            default ->
                add(
                        Rule.TYPE_CHANGED,
                        at,
                        "type",
                        "Expected %s to stay %s, but it is %s".formatted(at.label(), kind(before), kind(after)));
        }
    }

    private static String kind(ValueType type) {
        return switch (type) {
            case TextType _ -> "a text";
            case TimeType _ -> "a time";
            case IntegerType _ -> "a whole number";
            case EnumType _ -> "an enum";
            case RecordType _ -> "an object";
            case ListType _ -> "a list";
        };
    }

    private void add(Rule rule, Spot spot, String key, String sentence) {
        Place place = key.isEmpty() ? spot.place() : spot.place().then(key);
        changes.add(released, spot, new Change(rule, place, sentence));
    }
}
