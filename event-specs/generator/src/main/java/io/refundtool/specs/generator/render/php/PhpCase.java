package io.refundtool.specs.generator.render.php;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.TopicSpec;
import java.util.List;

/** A case of an enum and its text on the wire. */
public record PhpCase(String name, String doc, String wire) {

    static PhpCase of(TopicSpec topic) {
        return new PhpCase(
                PhpNames.topic(topic),
                PhpText.comment(List.of(topic.description()), "    "),
                PhpText.literal(topic.name()));
    }

    /** A case of the enum of event types, and the literals of what is known of it. */
    public record PhpEventType(
            String name,
            String doc,
            String wire,
            int version,
            String topic,
            String key,
            String title,
            String className) {

        static PhpEventType of(EventSpec event, TopicSpec topic) {
            String namespace = PhpNames.namespace(event);
            return new PhpEventType(
                    PhpNames.eventType(event),
                    PhpText.comment(List.of(event.description(), PhpText.deprecation(event)), "    "),
                    PhpText.literal(event.wireName()),
                    event.version(),
                    PhpNames.topic(topic),
                    PhpText.literal(topic.key()),
                    PhpText.literal(event.title()),
                    namespace.substring(PhpNames.NAMESPACE.length() + 1) + "\\" + PhpNames.event(event));
        }
    }
}
