package io.refundtool.specs.generator.docs;

import static io.refundtool.specs.generator.docs.AsyncApiRenderer.ordered;

import io.refundtool.specs.generator.model.TopicSpec;
import java.util.Map;

/** What AsyncAPI's Kafka bindings say of a topic and of a message. */
final class AsyncApiBindings {

    private static final String VERSION = "0.5.0";

    private AsyncApiBindings() {}

    static Map<String, Object> topic(TopicSpec topic) {
        return ordered(
                "topic", topic.name(),
                "partitions", topic.partitions(),
                "topicConfiguration",
                        ordered(
                                "retention.ms", topic.retention().toMillis(),
                                "max.message.bytes", topic.maxMessageBytes()),
                "bindingVersion", VERSION);
    }

    /**
     * The key of every event is the order's id.
     *
     * @param key its schema, in place: by the schema of AsyncAPI a reference would be two things at once
     */
    static Map<String, Object> message(Object key) {
        return ordered("key", key, "bindingVersion", VERSION);
    }
}
