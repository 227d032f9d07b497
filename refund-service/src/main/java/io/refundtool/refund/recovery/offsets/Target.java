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
    record Offset(long offset) implements Target {

        public Offset {
            requireNotNegative("an offset", offset);
        }
    }

    /** So many offsets before where it stands, or the first that the topic has. */
    record Back(long offsets) implements Target {

        public Back {
            requireNotNegative("how many offsets to go back", offsets);
        }
    }

    /** Where that is, before it is made sure that the topic has it. */
    default Map<TopicPartition, Long> in(Offsets offsets, Map<TopicPartition, Long> stands) {
        Collection<TopicPartition> partitions = stands.keySet();
        return switch (this) {
            case Earliest() -> offsets.begins(partitions);
            case Latest() -> offsets.ends(partitions);
            case At(Instant time) -> offsets.at(partitions, time);
            case Offset(long offset) -> mapped(stands, _ -> offset);
            case Back(long back) -> mapped(stands, at -> at - back);
        };
    }

    private static Map<TopicPartition, Long> mapped(Map<TopicPartition, Long> stands, LongUnaryOperator to) {
        return stands.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> to.applyAsLong(entry.getValue())));
    }

    private static void requireNotNegative(String what, long number) {
        if (number < 0) {
            throw new RefusedResetException("Expected %s, which is 0 or more, but got %d".formatted(what, number));
        }
    }
}
