package io.refundtool.specs.generator.docs;

import io.refundtool.specs.generator.model.Deprecation;
import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.TopicSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in one version, as a person reads it.
 *
 * @param name on the wire
 * @param event the name that all versions share
 * @param writers who may write it
 * @param expects the answers, any of which it wants; empty where it wants none
 * @param within how long after it one of them is due; empty where it wants none
 * @param types the types that it holds, in the order in which they are met
 * @param example an event that its schema accepts, with every property
 */
public record EventView(
        String name,
        String event,
        int version,
        String title,
        String description,
        String topic,
        String compatibility,
        @Nullable GoneView deprecated,
        List<String> writers,
        List<String> expects,
        String within,
        List<FieldView> fields,
        List<String> types,
        Map<String, Object> example) {

    /** When a version goes, as ISO dates, and what takes its place. */
    public record GoneView(String since, String sunset, String successor) {}

    static EventView of(TopicSpec topic, TopicSpec.TopicEvent entry) {
        EventSpec event = entry.event();
        TopicSpec.Expectation expects = entry.expects();
        return new EventView(
                event.wireName(),
                event.name(),
                event.version(),
                event.title(),
                event.description(),
                topic.name(),
                event.compatibility().word(),
                gone(event.deprecation()),
                entry.writers(),
                expects == null ? List.of() : expects.anyOf(),
                expects == null ? "" : Durations.words(expects.within()),
                event.properties().stream().map(FieldView::of).toList(),
                UsedTypes.of(event.properties()),
                Example.of(event.properties()));
    }

    private static @Nullable GoneView gone(@Nullable Deprecation deprecation) {
        return deprecation == null
                ? null
                : new GoneView(
                        deprecation.since().toString(), deprecation.sunset().toString(), deprecation.successor());
    }
}
