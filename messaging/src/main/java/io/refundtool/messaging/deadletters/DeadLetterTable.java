package io.refundtool.messaging.deadletters;

import io.refundtool.messaging.HeaderBytes;
import io.refundtool.messaging.RecordOrigin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters: one row for each record that failed, however often it did. */
public final class DeadLetterTable {

    /**
     * A letter of a later attempt waits again; one that was sent twice for the same attempt changes nothing. A record of
     * another time at the same place is another record: its topic was made anew.
     */
    private static final String STORE = """
            insert into dead_letter (id, attempt, origin_topic, origin_partition, origin_offset, origin_timestamp, cause,
                                     message, event_type, event_id, order_id, record_key, headers, value,
                                     first_failed_at, last_failed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                attempt = excluded.attempt, cause = excluded.cause, message = excluded.message,
                event_type = excluded.event_type, event_id = excluded.event_id, order_id = excluded.order_id,
                record_key = excluded.record_key, headers = excluded.headers, value = excluded.value,
                origin_timestamp = excluded.origin_timestamp, last_failed_at = excluded.last_failed_at,
                state = 'waiting'
            where dead_letter.attempt < excluded.attempt
                or dead_letter.origin_timestamp <> excluded.origin_timestamp
            """;

    private static final String COLUMNS = """
            select id, number, state, attempt, origin_topic, origin_partition, origin_offset, origin_timestamp, cause,
                   message, event_type, event_id, order_id, first_failed_at, last_failed_at
            from dead_letter
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    public DeadLetterTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    void store(ConsumerRecord<byte[], byte[]> letter) {
        jdbc.update(STORE, LetterRow.values(letter));
    }

    /** A page of letters in the order of their numbers. */
    public List<DeadLetter> find(LetterQuery query) {
        return client.sql(COLUMNS + """
                        where number > :after
                            and (cast(:cause as text) is null or cause = :cause)
                            and (cast(:orderId as text) is null or order_id = :orderId)
                            and (cast(:topic as text) is null or origin_topic = :topic)
                            and (cast(:state as text) is null or state = :state)
                        order by number limit :limit
                        """)
                .param("after", query.after())
                .param("cause", query.cause())
                .param("orderId", query.orderId())
                .param("topic", query.topic())
                .param("state", query.state() == null ? null : query.state().word())
                .param("limit", query.limit())
                .query(DeadLetterTable::letter)
                .list();
    }

    /** The letter of that id. */
    public Optional<DeadLetter> find(String id) {
        return client.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(DeadLetterTable::letter)
                .optional();
    }

    /** The letter of that id; until the transaction ends nobody else decides about it. */
    Optional<DeadLetter> lock(String id) {
        return client.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(DeadLetterTable::letter)
                .optional();
    }

    void setState(String id, LetterState state) {
        jdbc.update("update dead_letter set state = ? where id = ?", state.word(), id);
    }

    /** The record of the letter of that id, byte for byte as it came; it may hold personal data. */
    public Optional<ConsumerRecord<byte[], byte[]>> content(String id) {
        return client.sql("select * from dead_letter where id = :id")
                .param("id", id)
                .query(DeadLetterTable::content)
                .optional();
    }

    private static ConsumerRecord<byte[], byte[]> content(ResultSet row, int number) throws SQLException {
        ConsumerRecord<byte[], byte[]> content = new ConsumerRecord<>(
                row.getString("origin_topic"),
                row.getInt("origin_partition"),
                row.getLong("origin_offset"),
                row.getBytes("record_key"),
                row.getBytes("value"));
        HeaderBytes.read(row.getBytes("headers")).forEach(content.headers()::add);
        return content;
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getString("id"),
                row.getLong("number"),
                LetterState.named(row.getString("state")).orElseThrow(),
                row.getInt("attempt"),
                new RecordOrigin(
                        row.getString("origin_topic"),
                        row.getInt("origin_partition"),
                        row.getLong("origin_offset"),
                        row.getLong("origin_timestamp")),
                row.getString("cause"),
                row.getString("message"),
                row.getString("event_type"),
                row.getString("event_id"),
                row.getString("order_id"),
                row.getObject("first_failed_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_failed_at", OffsetDateTime.class).toInstant());
    }
}
