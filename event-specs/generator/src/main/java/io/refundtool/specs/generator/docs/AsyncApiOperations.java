package io.refundtool.specs.generator.docs;

import static io.refundtool.specs.generator.docs.AsyncApiRenderer.ordered;

import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations of the AsyncAPI document: which system writes or reads what, topic by topic. */
final class AsyncApiOperations {

    private AsyncApiOperations() {}

    static Map<String, Object> of(SpecModel model) {
        Map<String, Object> operations = new LinkedHashMap<>();
        for (TopicSpec topic : model.topics()) {
            writers(topic)
                    .forEach((writer, events) -> operations.put(
                            writer + ".writes." + topic.name(), operation("send", writer, topic, events)));
            topic.readers()
                    .forEach(reader -> operations.put(
                            reader + ".reads." + topic.name(),
                            operation("receive", reader, topic, AsyncApiRenderer.messagesOf(topic))));
        }
        return operations;
    }

    /** Which events of a topic each system writes. */
    private static Map<String, List<String>> writers(TopicSpec topic) {
        Map<String, List<String>> writers = new LinkedHashMap<>();
        if (topic.deadLetters()) {
            writers.put(topic.writer(), AsyncApiRenderer.messagesOf(topic));
        }
        topic.events()
                .forEach(entry -> entry.writers()
                        .forEach(writer -> writers.computeIfAbsent(writer, it -> new ArrayList<>())
                                .add(entry.event().wireName())));
        return writers;
    }

    private static Map<String, Object> operation(String action, String system, TopicSpec topic, List<String> events) {
        Map<String, Object> operation = ordered(
                "action", action,
                "channel", AsyncApiRenderer.reference("#/channels/" + topic.name()),
                "summary", "%s %s %s".formatted(system, action.equals("send") ? "writes" : "reads", topic.name()),
                "tags", List.of(ordered("name", system)),
                "messages",
                        events.stream()
                                .map(event -> AsyncApiRenderer.reference(
                                        "#/channels/%s/messages/%s".formatted(topic.name(), event)))
                                .toList());
        if (action.equals("send") && topic.through() != null) {
            operation.put("description", "Over HTTP, through %s.".formatted(topic.through()));
        }
        return operation;
    }
}
