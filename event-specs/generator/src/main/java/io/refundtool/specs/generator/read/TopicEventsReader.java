package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.TopicSpec.TopicEvent;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which events are in which topic, and the answers they want. */
final class TopicEventsReader {

    private final Map<String, EventSpec> events;
    private final Set<String> names;
    private final Map<String, SpecNode> placed = new HashMap<>();

    /**
     * A reader for all topics.
     *
     * @param events every event that could be read, by its name on the wire
     * @param names the names of all events that have a file, those that could not be read included
     */
    TopicEventsReader(Map<String, EventSpec> events, Set<String> names) {
        this.events = events;
        this.names = names;
    }

    /** Whether a topic names the event. */
    boolean hasPlaced(String wireName) {
        return placed.containsKey(wireName);
    }

    /**
     * The events of a topic, in the order of the file.
     *
     * @param writer who writes those that name no writers
     */
    List<TopicEvent> read(SpecMapping topic, List<String> writer) {
        List<TopicEvent> found = new ArrayList<>();
        List<SpecNode> items = topic.get("events").flatMap(SpecNode::items).orElse(List.of());
        if (items.isEmpty() && topic.entries().containsKey("events")) {
            topic.reportAt("events", "Expected %s to have events, but it has none".formatted(topic.label()));
        }
        for (SpecNode item : items) {
            item.mapping().ifPresent(mapping -> event(mapping, writer, found).ifPresent(found::add));
        }
        return found;
    }

    private Optional<TopicEvent> event(SpecMapping entry, List<String> writer, List<TopicEvent> before) {
        entry.allowOnly(Set.of("type", "writers", "expects"));
        TopicSpec.@Nullable Expectation expectation = entry.find("expects")
                .flatMap(SpecNode::mapping)
                .flatMap(this::expectation)
                .orElse(null);
        List<String> writers = WritersReader.read(entry, writer);
        Optional<SpecNode> node = entry.get("type");
        Optional<EventSpec> event = node.flatMap(this::place);
        event.filter(e -> before.stream()
                        .anyMatch(other -> !other.event().system().equals(e.system())))
                .ifPresent(e -> entry.report("Expected the events of a topic to be of one system, but %s is not of %s"
                        .formatted(e.wireName(), before.getFirst().event().system())));
        return event.map(e -> new TopicEvent(e, writers, expectation));
    }

    private Optional<EventSpec> place(SpecNode node) {
        return known(node).flatMap(name -> {
            SpecNode other = placed.putIfAbsent(name, node);
            if (other != null) {
                node.report("Expected every event to be in one topic, but %s is there at line %d too"
                        .formatted(name, other.line()));
            }
            return Optional.ofNullable(events.get(name));
        });
    }

    private Optional<String> known(SpecNode node) {
        return node.text().filter(name -> {
            if (!names.contains(name)) {
                node.report(
                        "Expected %s to name an event with a spec, but there is no '%s'".formatted(node.label(), name));
            }
            return names.contains(name);
        });
    }

    private Optional<TopicSpec.Expectation> expectation(SpecMapping expects) {
        expects.allowOnly(Set.of("anyOf", "within"));
        List<SpecNode> items = expects.get("anyOf").flatMap(SpecNode::items).orElse(List.of());
        if (items.isEmpty()) {
            expects.report("Expected %s to name at least one event, but it names none".formatted(expects.label()));
        }
        List<String> anyOf =
                items.stream().flatMap(item -> known(item).stream()).toList();
        return expects.get("within")
                .flatMap(TopicEventsReader::duration)
                .map(within -> new TopicSpec.Expectation(anyOf, within));
    }

    static Optional<Duration> duration(SpecNode node) {
        return node.text().flatMap(text -> {
            try {
                Duration duration = Duration.parse(text);
                if (duration.isPositive()) {
                    return Optional.of(duration);
                }
            } catch (DateTimeParseException e) {
                // reported below, together with durations that are not positive
            }
            node.report("Expected %s to be a positive ISO 8601 duration such as PT5M or P30D, but it is '%s'"
                    .formatted(node.label(), text));
            return Optional.empty();
        });
    }
}
