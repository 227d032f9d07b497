package io.refundtool.messaging.postgres;

import io.refundtool.events.Topic;
import io.refundtool.messaging.DatabaseWentBackException;
import io.refundtool.messaging.ReadPositions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How far a reading of one topic has come, stored in the transaction of its work. It remembers what is committed, and so
 * notices when the database has less: no instance writes behind a gap.
 */
public final class StoredOffsets implements ReadPositions {

    private final JdbcTemplate jdbc;
    private final Topic topic;
    private final String select;
    private final String upsert;
    private final boolean mayGoBack;
    private final Map<TopicPartition, Long> known = new ConcurrentHashMap<>();

    private StoredOffsets(JdbcTemplate jdbc, Topic topic, String select, String upsert, boolean mayGoBack) {
        this.jdbc = jdbc;
        this.topic = topic;
        this.select = select;
        this.upsert = upsert;
        this.mayGoBack = mayGoBack;
    }

    /**
     * Offsets of a projection, which may be made anew at any time.
     *
     * @param table has the columns {@code partition} and {@code next_offset}
     */
    public static StoredOffsets ofProjection(JdbcTemplate jdbc, Topic topic, String table) {
        return new StoredOffsets(
                jdbc,
                topic,
                "select partition, next_offset from " + table,
                "insert into " + table + " (partition, next_offset) values (?, ?)"
                        + " on conflict (partition) do update set next_offset = excluded.next_offset",
                true);
    }

    /** Offsets of an inbox: its events cause more than rows, so that going back is for {@link LostDatabase}. */
    static StoredOffsets ofInbox(JdbcTemplate jdbc, Topic topic, String reader) {
        String scope = "'%s', '%s'".formatted(reader.replace("'", "''"), topic.topicName());
        return new StoredOffsets(
                jdbc,
                topic,
                "select partition, next_offset from inbox_offset where (reader, topic) = (" + scope + ")",
                "insert into inbox_offset (reader, topic, partition, next_offset) values (" + scope + ", ?, ?)"
                        + " on conflict (reader, topic, partition) do update set next_offset = excluded.next_offset",
                false);
    }

    /**
     * How far these partitions were read, for nobody else to change until the transaction ends.
     *
     * @throws DatabaseWentBackException this process has committed more
     */
    public Map<Integer, Long> lock(Collection<Integer> partitions) {
        Map<Integer, Long> stored = new HashMap<>();
        String where = select.contains(" where ") ? " and" : " where";
        jdbc.query(
                select + where + " partition = any (?) order by partition for update",
                row -> {
                    stored.put(row.getInt(1), row.getLong(2));
                },
                (Object) partitions.toArray(Integer[]::new));
        for (Integer partition : partitions) {
            requireNotBefore(partition, stored.getOrDefault(partition, 0L));
        }
        return stored;
    }

    private void requireNotBefore(int partition, long stored) {
        TopicPartition where = new TopicPartition(topic.topicName(), partition);
        long expected = known.getOrDefault(where, 0L);
        if (stored < expected) {
            throw new DatabaseWentBackException(where, expected, stored);
        }
    }

    /** Stores how far these partitions were read, with the transaction around it. */
    public void advance(Map<Integer, Long> next) {
        jdbc.batchUpdate(
                upsert,
                next.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new Object[] {each.getKey(), each.getValue()})
                        .toList());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                next.forEach(
                        (partition, offset) -> known.put(new TopicPartition(topic.topicName(), partition), offset));
            }
        });
    }

    @Override
    public Map<TopicPartition, Long> stored() {
        Map<TopicPartition, Long> stored = new HashMap<>();
        jdbc.query(select, row -> {
            stored.put(new TopicPartition(topic.topicName(), row.getInt(1)), row.getLong(2));
        });
        return stored;
    }

    @Override
    public Map<TopicPartition, Long> known() {
        return Map.copyOf(known);
    }

    @Override
    public void standsAt(TopicPartition partition, long nextOffset) {
        known.put(partition, nextOffset);
    }

    @Override
    public boolean mayGoBackAtAnyTime() {
        return mayGoBack;
    }
}
