package io.refundtool.refund.updates;

import io.refundtool.events.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the topic of updates was read: the next offset of each partition. It means the same at every instance, so a
 * listener goes on at any.
 */
public final class Positions {

    static final int PARTITIONS = Topic.REFUND_UPDATE_V1.partitions();

    private static final Pattern TEXT = Pattern.compile("\\d{1,18}(\\.\\d{1,18}){%d}".formatted(PARTITIONS - 1));

    private final long[] next;

    private Positions(long[] next) {
        this.next = next;
    }

    static Positions of(Map<TopicPartition, Long> offsets) {
        return new Positions(partitions().mapToLong(offsets::get).toArray());
    }

    /** The next offset of each partition, in their order. */
    static Positions of(long[] next) {
        return new Positions(next);
    }

    /** What {@link #text} wrote; empty for another text. */
    public static Optional<Positions> read(String text) {
        return TEXT.matcher(text).matches()
                ? Optional.of(new Positions(Arrays.stream(text.split("\\.", -1))
                        .mapToLong(Long::parseLong)
                        .toArray()))
                : Optional.empty();
    }

    /** The id of the last event that was told, by which the stream can be resumed. */
    public String text() {
        return Arrays.stream(next).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    static Stream<TopicPartition> partitions() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topic.REFUND_UPDATE_V1.topicName(), partition));
    }

    long in(TopicPartition partition) {
        return next[partition.partition()];
    }

    /** Whether the update lies behind this position, so that it is still to be told. */
    boolean isBefore(Told told) {
        return next[told.partition()] <= told.offset();
    }

    /** The position after an update. */
    Positions after(Told told) {
        long[] after = next.clone();
        after[told.partition()] = told.offset() + 1;
        return new Positions(after);
    }

    /** Whether nothing is left to read until there. */
    boolean hasReached(Positions end) {
        return IntStream.range(0, PARTITIONS).allMatch(partition -> next[partition] >= end.next[partition]);
    }

    /** Of each partition the earlier one. */
    Positions earliest(Positions other) {
        return new Positions(IntStream.range(0, PARTITIONS)
                .mapToLong(partition -> Math.min(next[partition], other.next[partition]))
                .toArray());
    }

    /** Of each partition the later one. */
    Positions latest(Positions other) {
        return new Positions(IntStream.range(0, PARTITIONS)
                .mapToLong(partition -> Math.max(next[partition], other.next[partition]))
                .toArray());
    }
}
