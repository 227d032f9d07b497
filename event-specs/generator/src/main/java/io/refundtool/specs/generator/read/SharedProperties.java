package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.Property;
import io.refundtool.specs.generator.model.TopicSpec.TopicEvent;
import java.util.List;
import java.util.Set;

/** Finds what all events of a topic have alike, so that a reader need not ask which event it is. */
final class SharedProperties {

    private static final Set<String> IN_EVERY_EVENT = Set.of("orderId", "refundId", "country");

    private SharedProperties() {}

    static List<Property> of(List<TopicEvent> events) {
        if (events.size() < 2) {
            return List.of();
        }
        return events.getFirst().event().properties().stream()
                .filter(property -> !IN_EVERY_EVENT.contains(property.name()))
                .filter(property -> events.stream()
                        .allMatch(other -> other.event().properties().contains(property)))
                .toList();
    }
}
