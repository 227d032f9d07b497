package io.refundtool.specs.generator.render.golang;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.TopicSpec;
import java.util.List;

/** An event type as a Go constant, and the literals of what is known of it. */
public record GoEventType(
        String constant, String doc, String wire, int version, String topic, String key, String title, String struct) {

    static GoEventType of(EventSpec event, TopicSpec topic, GoNames names) {
        String constant = names.ofEventType(event);
        String struct = names.of(event);
        return new GoEventType(
                constant,
                GoText.comment(
                        List.of(
                                "%s is that of %s. %s".formatted(constant, struct, event.description()),
                                GoText.deprecation(event)),
                        "\t"),
                GoText.literal(event.wireName()),
                event.version(),
                names.ofTopic(topic),
                GoText.literal(topic.key()),
                GoText.literal(event.title()),
                struct);
    }

    /** A topic as a Go constant. */
    public record GoTopic(String constant, String doc, String wire) {

        static GoTopic of(TopicSpec topic, GoNames names) {
            String constant = names.ofTopic(topic);
            return new GoTopic(
                    constant,
                    GoText.comment(List.of(constant + ": " + topic.description()), "\t"),
                    GoText.literal(topic.name()));
        }
    }
}
