package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.Compatibility;
import io.refundtool.specs.generator.model.Deprecation;
import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.Property;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the spec of one event. */
final class EventReader {

    private static final Pattern FILE =
            Pattern.compile("([a-z][a-z0-9]*)/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\\.v([1-9][0-9]{0,2})\\.yaml");

    /** What every event has, so that it can be keyed, found and filtered without knowing its type. */
    private static final Map<String, String> IN_EVERY_EVENT =
            Map.of("orderId", "OrderId", "refundId", "RefundId", "country", "Country");

    /** What stands beside the systems in generated code. */
    private static final Set<String> RESERVED_SYSTEMS = Set.of("common", "checks", "event", "json", "schemas");

    private final SchemaReader schemas;
    private final Findings findings;

    EventReader(TypeSource types, Findings findings) {
        this.schemas = new SchemaReader(types);
        this.findings = findings;
    }

    Optional<EventSpec> read(String file, SpecMapping spec) {
        Matcher name = FILE.matcher(file);
        if (!name.matches()) {
            findings.add(file, 1, "Expected the file to be named <system>/<event>.v<version>.yaml, but it is " + file);
            return Optional.empty();
        }
        if (RESERVED_SYSTEMS.contains(name.group(1))) {
            findings.add(
                    file, 1, "Expected the name of a system to be free, but '%s' is taken".formatted(name.group(1)));
        }
        spec.allowOnly(Set.of("event", "title", "description", "compatibility", "deprecated", "schema"));
        checkName(spec, "%s.%s.v%s".formatted(name.group(1), name.group(2), name.group(3)));
        Optional<String> title = spec.text("title");
        Optional<String> description = spec.text("description");
        Optional<String> compatibility = spec.choice("compatibility", Set.of("compatible", "forward", "none"));
        Optional<Deprecation> deprecation = DeprecationReader.read(spec);
        Optional<List<Property>> properties =
                spec.get("schema").flatMap(SpecNode::mapping).map(this::properties);
        if (title.isEmpty() || description.isEmpty() || compatibility.isEmpty() || properties.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EventSpec(
                file,
                name.group(1),
                name.group(2),
                Integer.parseInt(name.group(3)),
                title.get(),
                description.get(),
                Compatibility.valueOf(compatibility.get().toUpperCase(Locale.ROOT)),
                deprecation.orElse(null),
                properties.get()));
    }

    private static void checkName(SpecMapping spec, String expected) {
        spec.text("event")
                .filter(event -> !event.equals(expected))
                .ifPresent(event -> spec.reportAt(
                        "event",
                        "Expected the event to be %s as its file says, but it is '%s'".formatted(expected, event)));
    }

    private List<Property> properties(SpecMapping schema) {
        schema.allowOnly(Set.of("type", "additionalProperties", "required", "properties"));
        schema.choice("type", Set.of("object"));
        Optional<SpecMapping> properties = schema.find("properties").flatMap(SpecNode::mapping);
        properties
                .flatMap(mapping -> mapping.find("eventType"))
                .ifPresent(node -> node.report("Expected no event to have the property 'eventType', but this one has"));
        properties.ifPresent(mapping -> checkCommon(schema, mapping));
        return schemas.properties(schema);
    }

    /** Looks at the text of the spec rather than at resolved types, so as not to report a broken type once an event. */
    private static void checkCommon(SpecMapping schema, SpecMapping properties) {
        List<String> required = schema.find("required").flatMap(SpecNode::texts).orElse(List.of());
        IN_EVERY_EVENT.forEach((name, type) -> {
            boolean hasType = properties
                    .find(name)
                    .flatMap(SpecNode::mapping)
                    .flatMap(property -> property.find("$ref"))
                    .flatMap(SpecNode::text)
                    .filter(reference -> reference.endsWith("/" + type))
                    .isPresent();
            if (!hasType || !required.contains(name)) {
                schema.report("Expected every event to have the required property '%s' of the type %s, but it has not"
                        .formatted(name, type));
            }
        });
    }
}
