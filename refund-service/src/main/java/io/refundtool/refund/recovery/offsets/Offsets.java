package io.refundtool.refund.recovery.offsets;

import static java.util.stream.Collectors.toMap;

import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** What Kafka knows of topics and groups, without the futures. */
public final class Offsets implements AutoCloseable {

    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    private static final Set<GroupState> INACTIVE = Set.of(GroupState.EMPTY, GroupState.DEAD);

    private final Admin admin;

    public Offsets(KafkaSettings kafka) {
        this.admin = KafkaClients.admin(kafka, "recovery-admin");
    }

    public Map<TopicPartition, Long> begins(Collection<TopicPartition> partitions) {
        return list(partitions, OffsetSpec.earliest());
    }

    /** Behind the last record that a reader of committed records may see. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return list(partitions, OffsetSpec.latest());
    }

    /** Of the first record that is not older; the end where all are. */
    public Map<TopicPartition, Long> at(Collection<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> found = list(partitions, OffsetSpec.forTimestamp(time.toEpochMilli()));
        Map<TopicPartition, Long> ends = ends(partitions);
        found.replaceAll((partition, offset) -> offset < 0 ? ends.getOrDefault(partition, 0L) : offset);
        return found;
    }

    /** What a group has committed; empty for one that is unknown. */
    public Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, at) -> {
                    // Null for a partition without a commit.
                    if (at != null) {
                        committed.put(partition, at.offset());
                    }
                });
        return committed;
    }

    /** Whether somebody reads as this group just now, whatever its protocol. */
    public boolean isActive(String group) {
        return get(admin.listGroups().all()).stream()
                .filter(listed -> listed.groupId().equals(group))
                .anyMatch(listed -> !INACTIVE.contains(listed.groupState().orElse(GroupState.UNKNOWN)));
    }

    /** The groups that there are, sorted. */
    public Collection<String> groups() {
        return get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .sorted()
                .toList();
    }

    public void commit(String group, Map<TopicPartition, Long> offsets) {
        get(admin.alterConsumerGroupOffsets(
                        group,
                        offsets.entrySet().stream()
                                .collect(toMap(Map.Entry::getKey, entry -> new OffsetAndMetadata(entry.getValue()))))
                .all());
    }

    public Set<String> topics() {
        return get(admin.listTopics().names());
    }

    public void create(Collection<NewTopic> topics) {
        get(admin.createTopics(topics).all());
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<TopicPartition, Long> list(Collection<TopicPartition> partitions, OffsetSpec spec) {
        return get(admin.listOffsets(partitions.stream().collect(toMap(each -> each, _ -> spec)), COMMITTED)
                        .all())
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException("Expected Kafka to answer, but: " + cause.getMessage(), cause);
        }
    }
}
