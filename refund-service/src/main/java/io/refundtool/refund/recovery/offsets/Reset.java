package io.refundtool.refund.recovery.offsets;

import io.refundtool.messaging.KafkaSettings;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Sets the offsets of a group that nobody reads as. */
public final class Reset {

    /**
     * What changes in one partition.
     *
     * @param wanted where it was asked to go, be there such an offset or not
     */
    public record Move(TopicPartition partition, long begin, long from, long wanted, long end) {

        /** Where it goes: the nearest that the partition has. */
        public long to() {
            return Math.clamp(wanted, begin, end);
        }

        /** Whether the partition has what was asked for. */
        public boolean isThere() {
            return to() == wanted;
        }

        /** How many offsets will be read again; negative if so many are skipped. */
        public long again() {
            return from - to();
        }
    }

    private final KafkaSettings kafka;

    public Reset(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * What the reset is; done only if it is to be executed.
     *
     * @param topics of which it is; empty for all that the group has read
     * @throws RefusedResetException if the group is unknown, has not read a topic, or somebody reads as it
     */
    public List<Move> run(String group, Set<String> topics, Target target, boolean execute) {
        try (Offsets offsets = new Offsets(kafka)) {
            Map<TopicPartition, Long> stands = stands(offsets, group, topics);
            List<Move> moves = moves(offsets, stands, target.in(offsets, stands));
            if (execute) {
                if (offsets.isActive(group)) {
                    throw new RefusedResetException(
                            "Expected nobody to read as %s, but somebody does: stop it first".formatted(group));
                }
                Map<TopicPartition, Long> to = new HashMap<>();
                moves.forEach(move -> to.put(move.partition(), move.to()));
                offsets.commit(group, to);
            }
            return moves;
        }
    }

    private static Map<TopicPartition, Long> stands(Offsets offsets, String group, Set<String> topics) {
        Map<TopicPartition, Long> stands = new HashMap<>(offsets.committed(group));
        if (stands.isEmpty()) {
            throw new RefusedResetException("Expected %s to have read something, but it has not; there are: %s"
                    .formatted(group, String.join(", ", offsets.groups())));
        }
        if (!topics.isEmpty()) {
            stands.keySet().removeIf(partition -> !topics.contains(partition.topic()));
        }
        for (String topic : topics) {
            if (stands.keySet().stream()
                    .noneMatch(partition -> partition.topic().equals(topic))) {
                throw new RefusedResetException("Expected %s to have read %s, but it has not".formatted(group, topic));
            }
        }
        return stands;
    }

    private static List<Move> moves(
            Offsets offsets, Map<TopicPartition, Long> stands, Map<TopicPartition, Long> wanted) {
        Map<TopicPartition, Long> begins = offsets.begins(stands.keySet());
        Map<TopicPartition, Long> ends = offsets.ends(stands.keySet());
        return stands.entrySet().stream()
                .map(stand -> {
                    TopicPartition partition = stand.getKey();
                    long begin = begins.getOrDefault(partition, 0L);
                    long end = Math.max(begin, ends.getOrDefault(partition, begin));
                    long to = wanted.getOrDefault(partition, stand.getValue());
                    return new Move(partition, begin, stand.getValue(), to, end);
                })
                .sorted(Comparator.comparing((Move move) -> move.partition().topic())
                        .thenComparingInt(move -> move.partition().partition()))
                .toList();
    }
}
