package io.refundtool.specs.generator.compat;

import io.refundtool.specs.generator.model.TopicSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares how two editions keep a topic. Readers, retention and compression may change at any time. */
final class TopicComparison {

    private static final String FILE = "topics.yaml";

    private final TopicSpec released;
    private final Changes changes;

    TopicComparison(TopicSpec released, Changes changes) {
        this.released = released;
        this.changes = changes;
    }

    static Place place(TopicSpec topic, String key) {
        return Place.of(FILE, "topics", topic.name(), key);
    }

    void with(TopicSpec current) {
        same(Rule.KEY_CHANGED, "key", released.key(), current.key());
        same(Rule.PARTITIONS_CHANGED, "partitions", released.partitions(), current.partitions());
        same(Rule.WRITER_CHANGED, "writer", released.writer(), current.writer());
        if (released.through() != null) {
            same(Rule.GATEWAY_CHANGED, "through", released.through(), current.through());
        }
        if (current.maxMessageBytes() < released.maxMessageBytes()) {
            same(Rule.MESSAGE_SIZE_LOWERED, "maxMessageBytes", released.maxMessageBytes(), current.maxMessageBytes());
        }
    }

    private void same(Rule rule, String key, Object before, @Nullable Object after) {
        if (!before.equals(after)) {
            String sentence = "Expected %s of topic '%s' to stay %s, but it is %s"
                    .formatted(key, released.name(), before, Objects.requireNonNullElse(after, "gone"));
            changes.add(new Change(rule, place(released, key), sentence));
        }
    }
}
