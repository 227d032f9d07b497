package io.refundtool.specs.generator.docs;

import io.refundtool.specs.generator.model.TopicSpec;
import java.util.List;

/**
 * A topic, as a person reads it.
 *
 * @param through the gateway that writes for the writer; empty where it writes itself
 * @param events the names of its events on the wire; none for dead letters
 */
public record TopicView(
        String name,
        String description,
        String writer,
        String through,
        List<String> readers,
        String key,
        int partitions,
        String retention,
        String compression,
        int maxMessageBytes,
        boolean deadLetters,
        List<String> events) {

    static TopicView of(TopicSpec topic) {
        String through = topic.through();
        return new TopicView(
                topic.name(),
                topic.description(),
                topic.writer(),
                through == null ? "" : through,
                topic.readers(),
                topic.key(),
                topic.partitions(),
                Durations.words(topic.retention()),
                topic.compression(),
                topic.maxMessageBytes(),
                topic.deadLetters(),
                topic.events().stream().map(entry -> entry.event().wireName()).toList());
    }
}
