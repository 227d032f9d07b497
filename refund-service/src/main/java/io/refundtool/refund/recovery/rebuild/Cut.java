package io.refundtool.refund.recovery.rebuild;

import io.refundtool.events.Topic;
import io.refundtool.refund.recovery.offsets.Offsets;
import io.refundtool.refund.streams.RefundTopology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * How much of the topics is read.
 *
 * @param ends behind the last record that is read: where the application stood whose outputs are compared, or the end of
 *     the topic if it never was there
 * @param committed whether the ends are where the application stood
 */
record Cut(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends, boolean committed) {

    /** What the state machine reads; the place in this list decides between records of the same time. */
    static final List<Topic> FACTS = Stream.concat(RefundTopology.SOURCES.stream(), Stream.of(RefundTopology.RETRIES))
            .toList();

    /** The same for all of them. */
    static final int PARTITIONS = FACTS.getFirst().partitions();

    Cut {
        begins = Map.copyOf(begins);
        ends = Map.copyOf(ends);
    }

    /** Of the records that an application has decided: its offsets and its outputs are one transaction. */
    static Cut of(Offsets offsets, String applicationId) {
        List<TopicPartition> facts = partitions(FACTS);
        Map<TopicPartition, Long> begins = offsets.begins(facts);
        Map<TopicPartition, Long> ends = new HashMap<>(offsets.ends(facts));
        Map<TopicPartition, Long> stood = offsets.committed(applicationId);
        if (!stood.isEmpty()) {
            ends.replaceAll((partition, end) -> Math.min(end, stood.getOrDefault(partition, begin(begins, partition))));
        }
        return new Cut(begins, ends, !stood.isEmpty());
    }

    static List<TopicPartition> partitions(List<Topic> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        topics.forEach(topic -> IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .forEach(partitions::add));
        return partitions;
    }

    static TopicPartition at(Topic topic, int partition) {
        return new TopicPartition(topic.topicName(), partition);
    }

    long begin(TopicPartition partition) {
        return begin(begins, partition);
    }

    long end(TopicPartition partition) {
        return Math.max(begin(partition), ends.getOrDefault(partition, 0L));
    }

    /** How many offsets are read, of a partition number of all topics. */
    long records(int partition) {
        return FACTS.stream()
                .map(topic -> at(topic, partition))
                .mapToLong(at -> end(at) - begin(at))
                .sum();
    }

    long records() {
        return IntStream.range(0, PARTITIONS).mapToLong(this::records).sum();
    }

    /** Topics whose first records are gone. */
    List<String> truncated() {
        return FACTS.stream()
                .map(Topic::topicName)
                .filter(topic -> IntStream.range(0, PARTITIONS)
                        .anyMatch(partition -> begin(new TopicPartition(topic, partition)) > 0))
                .toList();
    }

    private static long begin(Map<TopicPartition, Long> begins, TopicPartition partition) {
        return begins.getOrDefault(partition, 0L);
    }
}
