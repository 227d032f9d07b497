package io.refundtool.messaging.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The relay's view of the outbox table, within the relay's transaction. */
final class OutboxTable {

    /** An event that waits to be published. */
    record Row(long position, Instant createdAt, ProducerRecord<String, byte[]> event) {}

    static final int MAX_ROWS = 500;

    /** Bodies of one slice together, but for the first, which may be larger. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    /** Any number will do, as long as all relays of a database use the same and nobody else does. */
    private static final long RELAY_LOCK = 0x6F7574626F78L;

    // Losing the deletion in a crash of PostgreSQL means to publish again, which may happen anyway: no need to wait
    // for the disk.
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(?), set_config('synchronous_commit', 'off', true)";

    private static final String SELECT = """
            select position, created_at, topic, record_key, headers, body
            from (
                select *, sum(octet_length(body)) over (order by position) - octet_length(body) as bytes_before
                from (select * from outbox order by position limit ?) as first_rows) as measured
            where bytes_before < ?
            order by position
            """;

    private static final String DELETE = "delete from outbox where position = any (?)";

    private OutboxTable() {}

    /** Whether this transaction may relay; no other can until it ends. */
    static boolean tryLock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, RELAY_LOCK);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** The first rows in the order in which they were added, as many as memory should hold. */
    static List<Row> firstRows(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setInt(1, MAX_ROWS);
            statement.setInt(2, MAX_BYTES);
            try (ResultSet result = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    /** Whether these are not all there were. */
    static boolean mayHaveMore(List<Row> rows) {
        int bytes = rows.stream().mapToInt(row -> row.event().value().length).sum();
        return rows.size() == MAX_ROWS || bytes >= MAX_BYTES;
    }

    static void delete(Connection connection, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            Object[] positions = rows.stream().map(Row::position).toArray();
            statement.setArray(1, connection.createArrayOf("bigint", positions));
            statement.executeUpdate();
        }
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                result.getLong("position"),
                result.getObject("created_at", OffsetDateTime.class).toInstant(),
                new ProducerRecord<>(
                        result.getString("topic"),
                        null,
                        result.getString("record_key"),
                        result.getBytes("body"),
                        HeaderJson.read(result.getString("headers"))));
    }
}
