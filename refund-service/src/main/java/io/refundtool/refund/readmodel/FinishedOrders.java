package io.refundtool.refund.readmodel;

import io.refundtool.events.archive.OrderArchived;
import io.refundtool.events.common.ArchivedRefund;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.RefundStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Orders whose refunds all came to their end, for the archive. What is at its end is what {@link RefundStatus} has no way
 * out of but by money that moves again; whether a refund waits for something all the same, the state machine knows.
 */
final class FinishedOrders {

    /** Instances that archive at the same time would tell everything twice. */
    private static final long LOCK = 0x4152_4348_4956_4500L;

    private static final String FINAL = "status in ('completed', 'rejected', 'cancelled', 'reversed')";

    private static final String AT_REST = """
            select distinct order_id from (
                select order_id from refund_view refund
                where archived_at is null and %s and recorded_at < ?
                    and not exists (
                        select 1 from refund_view other
                        where other.order_id = refund.order_id
                            and (not (other.%s) or other.recorded_at is null or other.recorded_at >= ?))
                order by recorded_at
                limit ?) at_rest
            """.formatted(FINAL, FINAL);

    private static final String REFUNDS =
            "select * from refund_view where order_id = any (?) order by order_id, update_offset";

    /** A refund that changed meanwhile is not marked: its order is looked at anew. */
    private static final String MARK = """
            update refund_view set archived_at = now() where order_id = ? and refund_id = ? and update_id = ?
            """;

    private static final String OLDEST =
            "select min(recorded_at) from refund_view where archived_at is null and " + FINAL;

    private final JdbcTemplate jdbc;

    FinishedOrders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A refund, and the update that it changed by last. */
    private record Row(ArchivedRefund refund, String orderId, String country, String updateId, Instant changedAt) {}

    /** An order to archive, and for each of its refunds the id of its last update. */
    record Finished(OrderArchived order, Map<String, String> updates) {}

    /** Whether this transaction is the only one that archives. */
    boolean lock() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    /** Orders of which nothing changed since, those that rest longest first. */
    List<Finished> atRestSince(Instant since, int limit) {
        OffsetDateTime before = since.atOffset(ZoneOffset.UTC);
        List<String> orders = jdbc.query(AT_REST, (row, _) -> row.getString("order_id"), before, before, limit);
        return jdbc.query(REFUNDS, (row, _) -> row(row), (Object) orders.toArray(String[]::new)).stream()
                .collect(Collectors.groupingBy(Row::orderId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(rows -> rows.size() <= OrderArchiver.MAX_REFUNDS)
                .map(FinishedOrders::finished)
                .toList();
    }

    void mark(Collection<Finished> told) {
        List<Object[]> refunds = told.stream()
                .flatMap(finished -> finished.updates().entrySet().stream()
                        .map(update -> new Object[] {finished.order().orderId(), update.getKey(), update.getValue()}))
                .toList();
        jdbc.batchUpdate(MARK, refunds);
    }

    /** When the log got the last update of the refund that is longest at its end and not archived. */
    Optional<Instant> oldest() {
        return Optional.ofNullable(jdbc.queryForObject(OLDEST, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static Finished finished(List<Row> rows) {
        Row last = rows.getLast();
        OrderArchived order = new OrderArchived(
                last.orderId(),
                last.refund().refundId(),
                Country.of(last.country()),
                last.updateId(),
                last.changedAt(),
                rows.stream().map(Row::refund).toList());
        return new Finished(
                order,
                rows.stream().collect(Collectors.toMap(row -> row.refund().refundId(), Row::updateId)));
    }

    private static Row row(ResultSet row) throws SQLException {
        ArchivedRefund refund = new ArchivedRefund(
                row.getString("refund_id"),
                RefundStatus.of(row.getString("status")),
                CurrencyCode.of(row.getString("currency")),
                row.getLong("amount_minor"),
                time(row, "requested_at"));
        return new Row(
                refund,
                row.getString("order_id"),
                row.getString("country"),
                row.getString("update_id"),
                time(row, "updated_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
