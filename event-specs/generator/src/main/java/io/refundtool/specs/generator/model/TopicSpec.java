package io.refundtool.specs.generator.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topic and how it is kept.
 *
 * @param interfaceName the common type of its events; null for dead letters
 * @param through the gateway that writes for a system outside this repository, if there is one
 * @param shared the properties that all of its events have alike, beyond those of every event; empty for a single event
 */
public record TopicSpec(
        String name,
        String description,
        @Nullable String interfaceName,
        String writer,
        @Nullable String through,
        List<String> readers,
        String key,
        int partitions,
        Duration retention,
        String compression,
        int maxMessageBytes,
        boolean deadLetters,
        List<TopicEvent> events,
        List<Property> shared) {

    /**
     * An event of a topic.
     *
     * @param writers who may write it; never empty
     * @param expects the answer it wants, if it wants one
     */
    public record TopicEvent(
            EventSpec event, List<String> writers, @Nullable Expectation expects) {}

    /** Any one of these event types is expected within a time. */
    public record Expectation(List<String> anyOf, Duration within) {}
}
