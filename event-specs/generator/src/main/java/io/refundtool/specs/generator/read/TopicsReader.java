package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.TopicSpec.TopicEvent;
import io.refundtool.specs.generator.model.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code topics.yaml}. */
final class TopicsReader {

    static final String FILE = "topics.yaml";

    private static final Pattern TOPIC_NAME = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*\\.v[1-9][0-9]*");
    private static final int MAX_PARTITIONS = 1_000;
    private static final int MIN_MESSAGE_BYTES = 1_024;
    private static final int MAX_MESSAGE_BYTES = 16 * 1_024 * 1_024;
    private static final Set<String> KEYS = Set.of(
            "description",
            "interface",
            "writer",
            "through",
            "readers",
            "key",
            "partitions",
            "retention",
            "compression",
            "maxMessageBytes",
            "deadLetters",
            "events");

    private final TopicEventsReader events;
    private final Set<String> constants = new HashSet<>();
    private int commonPartitions;

    TopicsReader(TopicEventsReader events) {
        this.events = events;
    }

    List<TopicSpec> read(SpecMapping file) {
        file.allowOnly(Set.of("topics"));
        List<TopicSpec> topics = new ArrayList<>();
        file.get("topics")
                .flatMap(SpecNode::mapping)
                .ifPresent(mapping -> mapping.entries()
                        .forEach((name, node) -> node.labelled("topic '%s'".formatted(name))
                                .mapping()
                                .ifPresent(topic -> topics.add(topic(name, topic)))));
        return topics;
    }

    private TopicSpec topic(String name, SpecMapping topic) {
        topic.allowOnly(KEYS);
        if (!TOPIC_NAME.matcher(name).matches()) {
            topic.report("Expected a topic's name to be like bob.refund.v1, but it is '%s'".formatted(name));
        }
        if (!constants.add(Words.constant(name))) {
            topic.report("Expected topics to differ by more than - and ., but '%s' does not".formatted(name));
        }
        boolean deadLetters = topic.find("deadLetters").flatMap(SpecNode::bool).orElse(false);
        Optional<String> writer = service(topic, "writer");
        List<TopicEvent> topicEvents = deadLetters
                ? noEvents(topic)
                : events.read(topic, writer.stream().toList());
        return new TopicSpec(
                name,
                topic.text("description").orElse(""),
                deadLetters ? null : interfaceName(topic),
                writer.orElse(""),
                topic.entries().containsKey("through")
                        ? service(topic, "through").orElse(null)
                        : null,
                readers(topic),
                topic.choice("key", Set.of(deadLetters ? "origin" : "orderId")).orElse(""),
                partitions(topic, deadLetters),
                topic.get("retention").flatMap(TopicEventsReader::duration).orElse(Duration.ZERO),
                topic.choice("compression", Set.of("none", "gzip", "snappy", "lz4", "zstd"))
                        .orElse(""),
                topic.get("maxMessageBytes")
                        .flatMap(node -> node.integer(MIN_MESSAGE_BYTES, MAX_MESSAGE_BYTES))
                        .orElse(0L)
                        .intValue(),
                deadLetters,
                topicEvents,
                SharedProperties.of(topicEvents));
    }

    private int partitions(SpecMapping topic, boolean deadLetters) {
        int count = topic.get("partitions")
                .flatMap(node -> node.integer(1, MAX_PARTITIONS))
                .orElse(0L)
                .intValue();
        if (!deadLetters && count > 0) {
            commonPartitions = commonPartitions == 0 ? count : commonPartitions;
            if (commonPartitions != count) {
                topic.reportAt(
                        "partitions",
                        "Expected all topics of events to have the same number of partitions, but %s has %d and the first has %d"
                                .formatted(topic.label(), count, commonPartitions));
            }
        }
        return count;
    }

    private static @Nullable String interfaceName(SpecMapping topic) {
        Optional<String> name = topic.text("interface");
        name.ifPresent(text -> Names.checkType(text, topic.entries().getOrDefault("interface", topic.self())));
        return name.orElse(null);
    }

    private static Optional<String> service(SpecMapping topic, String key) {
        Optional<String> name = topic.text(key);
        name.filter(text -> !Names.KEBAB.matcher(text).matches())
                .ifPresent(text -> topic.reportAt(
                        key,
                        "Expected %s of %s to be in kebab-case, but it is '%s'".formatted(key, topic.label(), text)));
        return name;
    }

    private static List<String> readers(SpecMapping topic) {
        List<String> readers = topic.texts("readers").orElse(List.of());
        readers.stream()
                .filter(reader -> !Names.KEBAB.matcher(reader).matches())
                .forEach(reader -> topic.reportAt(
                        "readers",
                        "Expected readers of %s to be in kebab-case, but one is '%s'"
                                .formatted(topic.label(), reader)));
        return readers;
    }

    private static List<TopicEvent> noEvents(SpecMapping topic) {
        for (String key : List.of("events", "interface", "through")) {
            topic.find(key)
                    .ifPresent(node -> node.report("Expected a topic of dead letters to have no %s, but %s has"
                            .formatted(key, topic.label())));
        }
        return List.of();
    }
}
