package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.Deprecation;
import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event type as a constant of the enum {@code EventType}; the arguments of its constructor in their order. */
public record JavaEventType(String constant, String javadoc, List<String> arguments) {

    /** How long a list of types may be for all of the expectation to stand on one line. */
    private static final int MAX_ON_ONE_LINE = 55;

    static List<JavaEventType> of(SpecModel model) {
        List<JavaEventType> types = new ArrayList<>();
        for (TopicSpec topic : model.topics()) {
            topic.events().forEach(entry -> types.add(of(topic, entry)));
        }
        return types;
    }

    private static JavaEventType of(TopicSpec topic, TopicSpec.TopicEvent entry) {
        EventSpec event = entry.event();
        return new JavaEventType(
                Words.constant(event.wireName()),
                JavaText.javadoc(List.of(event.description()), List.of(), 4),
                List.of(
                        JavaText.literal(event.wireName()),
                        JavaText.literal(event.title()),
                        JavaText.literal(event.description()),
                        JavaText.number(event.version()),
                        "Topic." + Words.constant(topic.name()),
                        JavaText.list(entry.writers()),
                        "%s.%s.%s.class".formatted(JavaRenderer.PACKAGE, event.system(), Words.typeName(event)),
                        expectation(entry.expects()),
                        "Compatibility." + event.compatibility(),
                        deprecation(event.deprecation())));
    }

    private static String deprecation(@Nullable Deprecation deprecation) {
        return deprecation == null
                ? "null"
                : "new Deprecation(LocalDate.parse(\"%s\"), LocalDate.parse(\"%s\"), %s)"
                        .formatted(
                                deprecation.since(), deprecation.sunset(), JavaText.literal(deprecation.successor()));
    }

    private static String expectation(TopicSpec.@Nullable Expectation expects) {
        if (expects == null) {
            return "null";
        }
        String anyOf = expects.anyOf().stream().map(JavaText::literal).collect(Collectors.joining(", "));
        String form = anyOf.length() > MAX_ON_ONE_LINE
                ? "new Expectation(\n                    List.of(%s), %s)"
                : "new Expectation(List.of(%s), %s)";
        return form.formatted(anyOf, JavaText.duration(expects.within()));
    }
}
