package io.refundtool.specs.generator.model;

import java.util.List;

/**
 * All specs together, valid and with every reference resolved.
 *
 * @param topics in the order of {@code topics.yaml}; they hold the events
 * @param types the named types, in the order of {@code common/types.v1.yaml}
 */
public record SpecModel(List<TopicSpec> topics, List<ValueType> types) {

    /** Every event, in the order of the topics. */
    public List<EventSpec> events() {
        return topics.stream()
                .flatMap(topic -> topic.events().stream())
                .map(TopicSpec.TopicEvent::event)
                .toList();
    }
}
