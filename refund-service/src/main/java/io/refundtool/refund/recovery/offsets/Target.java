package io.refundtool.refund.recovery.offsets;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Where a group is to go on. */
public sealed interface Target {

    /** The first record that the topic still has. */
    record Earliest() implements Target {}

    /** Behind the last record: everything that is not read yet is skipped. */
    record Latest() implements Target {}

    /** The first record that is not older. */
    record At(Instant time) implements Target {}

    /** The same offset in every partition, or the nearest that the topic has. */
    record Offset(long offset) implements Target {}

    /** So many records before where it stands. */
    record Back(long records) implements Target {}

    /** Where that is, before it is made sure that the topic has it. */
    default Map<TopicPartition, Long> in(Offsets offsets, Map<TopicPartition, Long> stands) {
        Collection<TopicPartition> partitions = stands.keySet();
        return switch (this) {
            case Earliest() -> offsets.begins(partitions);
            case Latest() -> offsets.ends(partitions);
            case At(Instant time) -> offsets.at(partitions, time);
            case Offset(long offset) -> mapped(stands, _ -> offset);
            case Back(long records) -> mapped(stands, at -> at - records);
        };
    }

    private static Map<TopicPartition, Long> mapped(Map<TopicPartition, Long> stands, LongUnaryOperator to) {
        return stands.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> to.applyAsLong(entry.getValue())));
    }
}
