package io.refundtool.specs.generator.kubernetes;

import java.util.List;

/**
 * A system that connects to Kafka itself, and what it may do there.
 *
 * @param topics sorted by name
 * @param reads whether it has consumer groups, whose names begin with its own
 * @param streams whether it keeps state in topics of its own and writes in transactions, both named after it
 */
public record KafkaUserView(String name, List<Access> topics, boolean reads, boolean streams) {

    /**
     * What it may do with a topic.
     *
     * @param operations by Kafka's names, sorted
     */
    public record Access(String topic, List<String> operations) {}
}
