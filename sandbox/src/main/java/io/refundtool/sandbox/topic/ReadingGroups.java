package io.refundtool.sandbox.topic;

import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Who reads, and how far. A group that nobody is in any more does not count. */
public final class ReadingGroups {

    private static final String NAME = "sandbox-groups";
    private static final int LIMIT_SECONDS = 30;

    private final KafkaSettings settings;

    public ReadingGroups(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * A sentence for each group that has not committed a record which it will read.
     *
     * @param lastOffsets the last record of each partition; the marks of transactions behind it are not waited for
     */
    public List<String> behind(Map<TopicPartition, Long> lastOffsets) throws InterruptedException {
        List<String> sentences = new ArrayList<>();
        committed().forEach((group, offsets) -> {
            Set<String> topics =
                    offsets.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
            lastOffsets.forEach((partition, last) -> {
                OffsetAndMetadata committed = offsets.get(partition);
                if (topics.contains(partition.topic()) && (committed == null || committed.offset() <= last)) {
                    sentences.add("%s has not read %s up to offset %d".formatted(group, partition, last));
                }
            });
        });
        return sentences;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed() throws InterruptedException {
        try (Admin admin = KafkaClients.admin(settings, NAME)) {
            Map<String, ListConsumerGroupOffsetsSpec> groups = admin
                    .listGroups(new ListGroupsOptions().inGroupStates(Set.of(GroupState.STABLE)))
                    .all()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .stream()
                    .map(GroupListing::groupId)
                    .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
            return admin.listConsumerGroupOffsets(groups).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Expected to see how far everybody has read", e);
        }
    }
}
