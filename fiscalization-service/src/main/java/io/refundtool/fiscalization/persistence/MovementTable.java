package io.refundtool.fiscalization.persistence;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.fiscalization.domain.MovementState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;

/**
 * The announced movements of money. Every method runs in the caller's transaction. Who locks receipts and movements
 * locks the receipts first.
 */
public final class MovementTable {
    private static final int BATCH_SIZE = 500;
    private static final String FIND = "select * from movement where movement_id = any (?)";
    /**
     * Refund by refund, each by the index: joined as a whole, the plan that a connection made while the ledger was young
     * would read all of the ledger for as long as it is kept.
     */
    private static final String LOCK = """
            select movement.* from (%s order by order_id, refund_id) refund
            cross join lateral (
                select * from movement where order_id = refund.order_id and refund_id = refund.refund_id
                order by compensates is not null, movement_id for update) movement""";

    private static final String LOCK_WITH_THEIR_REFUNDS = LOCK.formatted("""
            select distinct order_id, refund_id from unnest(?::text[]) as asked (id)
            cross join lateral (select * from movement where movement_id = id limit 1) one""");
    private static final String LOCK_OF_REFUNDS =
            LOCK.formatted("select distinct * from unnest(?::text[], ?::text[]) as asked (order_id, refund_id)");
    private static final String INSERT = """
            insert into movement (movement_id, order_id, refund_id, country, currency, amount_minor, compensates, state,
                tries, traceparent, cause_event_id, announced_at, finished_at, failure_code, failure_reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update movement set state = ?, tries = ?, traceparent = ?, cause_event_id = ?, finished_at = ?,
                failure_code = ?, failure_reason = ?
            where movement_id = ?""";

    private final JdbcTemplate jdbc;

    public MovementTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, Movement> find(Collection<String> movementIds) {
        return byId(FIND, statement -> statement.setObject(1, movementIds.toArray(String[]::new)));
    }

    /**
     * Locks the movements and all others of their refunds, in one order: so two instances that finish receipts of one
     * movement see each other's, and one that compensates a movement sees what became of it.
     */
    public Map<String, Movement> lockWithTheirRefunds(Collection<String> movementIds) {
        return locked(LOCK_WITH_THEIR_REFUNDS, statement -> statement.setObject(1, movementIds.toArray(String[]::new)));
    }

    /** Locks all movements that are known until now of the refunds of these. */
    public Map<String, Movement> lockOfRefunds(Collection<Movement> movements) {
        return locked(LOCK_OF_REFUNDS, statement -> {
            statement.setObject(1, movements.stream().map(Movement::orderId).toArray(String[]::new));
            statement.setObject(2, movements.stream().map(Movement::refundId).toArray(String[]::new));
        });
    }

    /**
     * Twice, since a statement that waited for a lock does not see what was inserted meanwhile by the one it waited for:
     * a movement back would wait for ever for one that is finished in the same moment. Movements out are locked first, so
     * that nobody adds to them between the two.
     */
    private Map<String, Movement> locked(String sql, PreparedStatementSetter parameters) {
        byId(sql, parameters);
        return byId(sql, parameters);
    }

    public void insert(Collection<Movement> movements) {
        jdbc.batchUpdate(INSERT, movements, BATCH_SIZE, MovementTable::write);
    }

    /** Writes what may change of a movement. */
    public void update(Collection<Movement> movements) {
        jdbc.batchUpdate(UPDATE, movements, BATCH_SIZE, (statement, movement) -> {
            statement.setString(1, movement.state().name());
            statement.setInt(2, movement.tries());
            statement.setString(3, movement.traceparent());
            statement.setString(4, movement.causeEventId());
            Columns.set(statement, 5, movement.finishedAt());
            statement.setString(6, movement.failureCode());
            statement.setString(7, movement.failureReason());
            statement.setString(8, movement.movementId());
        });
    }

    private Map<String, Movement> byId(String sql, PreparedStatementSetter parameters) {
        List<Movement> found = jdbc.query(sql, parameters, (row, _) -> read(row));
        return found.stream().collect(Collectors.toMap(Movement::movementId, Function.identity()));
    }

    private static void write(PreparedStatement statement, Movement movement) throws SQLException {
        statement.setString(1, movement.movementId());
        statement.setString(2, movement.orderId());
        statement.setString(3, movement.refundId());
        statement.setString(4, movement.country().name());
        statement.setString(5, movement.currency().name());
        statement.setLong(6, movement.amountMinor());
        statement.setString(7, movement.compensates());
        statement.setString(8, movement.state().name());
        statement.setInt(9, movement.tries());
        statement.setString(10, movement.traceparent());
        statement.setString(11, movement.causeEventId());
        Columns.set(statement, 12, movement.announcedAt());
        Columns.set(statement, 13, movement.finishedAt());
        statement.setString(14, movement.failureCode());
        statement.setString(15, movement.failureReason());
    }

    private static Movement read(ResultSet row) throws SQLException {
        return new Movement(
                row.getString("movement_id"),
                row.getString("order_id"),
                row.getString("refund_id"),
                Country.valueOf(row.getString("country")),
                CurrencyCode.valueOf(row.getString("currency")),
                row.getLong("amount_minor"),
                row.getString("compensates"),
                MovementState.valueOf(row.getString("state")),
                row.getInt("tries"),
                row.getString("traceparent"),
                row.getString("cause_event_id"),
                Columns.instant(row, "announced_at"),
                Columns.optionalInstant(row, "finished_at"),
                row.getString("failure_code"),
                row.getString("failure_reason"));
    }
}
