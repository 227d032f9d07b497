package io.refundtool.specs.generator.render;

import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.Words;
import java.util.List;

/** A topic as a constant of the enum {@code Topic}; the arguments of its constructor in their order. */
public record JavaTopic(String constant, String javadoc, List<String> arguments) {

    static JavaTopic of(TopicSpec topic) {
        return new JavaTopic(
                Words.constant(topic.name()),
                JavaText.javadoc(List.of(topic.description()), List.of(), 4),
                List.of(
                        JavaText.literal(topic.name()),
                        JavaText.literal(topic.description()),
                        JavaText.literal(topic.writer()),
                        topic.through() == null ? "null" : JavaText.literal(topic.through()),
                        JavaText.list(topic.readers()),
                        JavaText.number(topic.partitions()),
                        JavaText.duration(topic.retention()),
                        JavaText.literal(topic.compression()),
                        JavaText.number(topic.maxMessageBytes()),
                        String.valueOf(topic.deadLetters())));
    }
}
