package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Javadoc of generated types: what the spec says, and the limits. */
final class JavaDocs {

    /** {@code Event} says what these are. */
    private static final Set<String> KNOWN = Set.of("orderId", "refundId", "country");

    private JavaDocs() {}

    static String of(EventSpec event, String topic) {
        return JavaText.javadoc(
                List.of(event.description(), "{@code %s} in the topic {@code %s}.".formatted(event.wireName(), topic)),
                parameters(event.properties()),
                0);
    }

    static String of(RecordType record) {
        return JavaText.javadoc(List.of(record.description()), parameters(record.properties()), 0);
    }

    private static List<String> parameters(List<Property> properties) {
        List<String> tags = new ArrayList<>();
        for (Property property : properties) {
            String text = Sentences.of(property);
            if (!text.isEmpty() && !KNOWN.contains(property.name())) {
                tags.add("@param " + property.name() + " " + text);
            }
        }
        return tags;
    }
}
