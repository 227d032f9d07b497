package io.refundtool.sandbox.audit;

import io.refundtool.events.Topic;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.sandbox.topic.TopicScan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A sentence for each dead letter of every service. */
final class DeadLetterScan {

    private DeadLetterScan() {}

    static List<String> of(TopicScan topics) {
        List<String> letters = new ArrayList<>();
        List<Topic> deadLetterTopics =
                Arrays.stream(Topic.values()).filter(DeadLetters::isOfLetters).toList();
        topics.records(deadLetterTopics, letter -> letters.add(sentence(letter)));
        return letters;
    }

    private static String sentence(ConsumerRecord<String, byte[]> letter) {
        return "%s, from %s partition %s offset %s, because of %s: %s"
                .formatted(
                        letter.topic(),
                        header(letter, DeadLetters.ORIGIN_TOPIC),
                        header(letter, DeadLetters.ORIGIN_PARTITION),
                        header(letter, DeadLetters.ORIGIN_OFFSET),
                        header(letter, DeadLetters.CAUSE),
                        header(letter, DeadLetters.MESSAGE));
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "?" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
