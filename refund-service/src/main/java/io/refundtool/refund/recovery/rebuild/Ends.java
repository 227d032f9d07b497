package io.refundtool.refund.recovery.rebuild;

import io.refundtool.refund.recovery.offsets.Offsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** Where the partitions of a topic begin and end. */
record Ends(String topic, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {

    static Ends of(Offsets offsets, String topic) {
        List<TopicPartition> partitions = IntStream.range(0, Cut.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        return new Ends(topic, offsets.begins(partitions), offsets.ends(partitions));
    }

    long begin(TopicPartition partition) {
        return begins.getOrDefault(partition, 0L);
    }

    long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** How many offsets a partition has, which is at least as many as records. */
    long records(TopicPartition partition) {
        return end(partition) - begin(partition);
    }
}
