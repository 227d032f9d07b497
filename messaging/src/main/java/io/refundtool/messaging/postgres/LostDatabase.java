package io.refundtool.messaging.postgres;

import io.refundtool.events.Topic;
import io.refundtool.messaging.CommittedPosition;
import io.refundtool.messaging.DatabaseSettings.Recovery;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.messaging.WholeTopic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds out at start, before anything is sent or read, whether the database of an inbox is lost or comes from a backup,
 * and brings it forward: first the service reads its own events, which say what was done already; then its consumer
 * reads what the database has not read, and {@link LostReading} tells which events those are.
 *
 * <p>Every step may be interrupted and is done again at the next start.
 */
public final class LostDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(LostDatabase.class);

    private static final String FORGET = "delete from inbox_offset where reader = ? and topic = ?";

    private static final String ADOPT = """
            insert into inbox_offset (reader, topic, partition, next_offset) values (?, ?, ?, ?)
            on conflict (reader, topic, partition) do update set
                next_offset = greatest(inbox_offset.next_offset, excluded.next_offset)
            """;

    private final JdbcTemplate jdbc;
    private final KafkaSettings kafka;
    private final Recovery mode;
    private final Topic input;
    private final Topic own;
    private final String groupId;
    private final LostReading lost;

    /**
     * For a service with one reading of one topic.
     *
     * @param input what it reads, by {@link TransactionalInbox#once(Topic, Consumer)} under {@link TransactionalInbox#MAIN}
     * @param own where it tells what it did
     * @param groupId its consumer group
     */
    public LostDatabase(
            JdbcTemplate jdbc,
            KafkaSettings kafka,
            Recovery mode,
            Topic input,
            Topic own,
            String groupId,
            LostReading lost) {
        this.jdbc = jdbc;
        this.kafka = kafka;
        this.mode = mode;
        this.input = input;
        this.own = own;
        this.groupId = groupId;
        this.lost = lost;
    }

    /**
     * Looks, and brings the database forward if need be.
     *
     * @param remember keeps what the service's own events say, in the database; may see an event again
     */
    public void recover(Consumer<List<ReceivedEvent>> remember) {
        new TopicProvisioner(kafka).ensure(List.of(input, own));
        Map<Integer, Long> told = told();
        switch (mode) {
            case SKIP -> adopt(told);
            case REBUILD -> {
                jdbc.update(FORGET, TransactionalInbox.MAIN, input.topicName());
                readAgain(told, remember);
            }
            case AUTOMATIC -> readAgain(behind(told), remember);
        }
        lost.load();
    }

    private void readAgain(Map<Integer, Long> behind, Consumer<List<ReceivedEvent>> remember) {
        if (behind.isEmpty()) {
            return;
        }
        LOG.warn(
                "The database of {} was lost, or restored from a backup: of {} it has not what is before these offsets"
                        + " of these partitions: {}. It reads {} first, to know what was done already.",
                groupId,
                input.topicName(),
                behind,
                own.topicName());
        long begun = System.nanoTime();
        long events = new WholeTopic(kafka, own, groupId + "-own-events").read(remember);
        lost.mark(behind);
        LOG.warn(
                "{} knows {} of its own events after {} ms; now it reads again what the database has lost.",
                groupId,
                events,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private Map<Integer, Long> behind(Map<Integer, Long> told) {
        Map<TopicPartition, Long> stored =
                StoredOffsets.ofInbox(jdbc, input, TransactionalInbox.MAIN).stored();
        Map<Integer, Long> behind = new HashMap<>(told);
        behind.entrySet()
                .removeIf(each -> each.getValue()
                        <= stored.getOrDefault(new TopicPartition(input.topicName(), each.getKey()), 0L));
        return behind;
    }

    private void adopt(Map<Integer, Long> told) {
        jdbc.batchUpdate(
                ADOPT,
                told.entrySet().stream()
                        .map(each ->
                                new Object[] {TransactionalInbox.MAIN, input.topicName(), each.getKey(), each.getValue()
                                })
                        .toList());
    }

    /** Where the database stood when the group committed last, by partition. */
    private Map<Integer, Long> told() {
        Map<Integer, Long> told = new HashMap<>();
        try (Admin admin = KafkaClients.admin(kafka, groupId + "-lost-database")) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(groupId)
                    .partitionsToOffsetAndMetadata()
                    .get();
            committed.forEach((partition, offset) -> {
                if (partition.topic().equals(input.topicName())) {
                    CommittedPosition.read(offset).ifPresent(position -> told.put(partition.partition(), position));
                }
            });
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Expected Kafka to tell the offsets of group " + groupId + ", but: " + e, e);
        }
        return told;
    }
}
