package io.refundtool.fiscalization.persistence;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.fiscalization.application.CashRegister;
import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.MoneyScale;
import io.refundtool.fiscalization.domain.ReceiptProgress;
import io.refundtool.fiscalization.domain.ReceiptState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The receipts' progress. Every method runs in the caller's transaction. */
public final class ReceiptTable {
    private static final String LOCK = """
            select r.*, m.order_id, m.refund_id, m.traceparent, m.currency, m.announced_at
            from receipt r join movement m using (movement_id)
            where %s order by r.receipt_id for update of r""";
    private static final String LOCK_BY_ID = LOCK.formatted("r.receipt_id = any (?)");
    private static final String LOCK_BY_MOVEMENT = LOCK.formatted("r.movement_id = any (?)");
    private static final String BEING_REGISTERED = """
            select external_id, receipt_id from receipt
            where external_id = any (?) and state = 'TO_REGISTER'""";

    private static final String GIVE_BY = """
            update receipt set group_code = ?, t1055_tax_system = ?, t1018_inn = ?, t1187_place = ?, t1125_internet = ?,
                shop_email = ?
            where receipt_id = any (?)""";

    private final JdbcTemplate jdbc;

    public ReceiptTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks in one order, so that batches of several instances do not wait for each other in a circle. */
    public Map<Long, ReceiptRow> lock(Collection<Long> receiptIds) {
        return lock(LOCK_BY_ID, receiptIds.toArray(Long[]::new));
    }

    /** As {@link #lock}, all receipts of the movements. */
    public Map<Long, ReceiptRow> lockOfMovements(Collection<String> movementIds) {
        return lock(LOCK_BY_MOVEMENT, movementIds.toArray(String[]::new));
    }

    private Map<Long, ReceiptRow> lock(String sql, Object[] ids) {
        Map<Long, ReceiptRow> rows = new LinkedHashMap<>();
        jdbc.query(sql, statement -> statement.setObject(1, ids), row -> {
            rows.put(row.getLong("receipt_id"), read(row));
        });
        return rows;
    }

    /** The receipts that are being sent under these external ids. */
    public Map<String, Long> beingRegistered(Collection<String> externalIds) {
        Map<String, Long> receiptIds = new HashMap<>();
        jdbc.query(BEING_REGISTERED, statement -> statement.setObject(1, externalIds.toArray(String[]::new)), row -> {
            receiptIds.put(row.getString("external_id"), row.getLong("receipt_id"));
        });
        return receiptIds;
    }

    /** What is registered anew is given by the seller, and at the registers, of today's configuration. */
    public void giveBy(CashRegister register, Collection<Long> receiptIds) {
        jdbc.update(
                GIVE_BY,
                register.groupCode(),
                register.seller().taxSystem(),
                register.seller().inn(),
                register.seller().paymentAddress(),
                register.seller().internet(),
                register.seller().email(),
                receiptIds.toArray(Long[]::new));
    }

    public void update(List<ReceiptChange> changes) {
        ReceiptUpdate.write(jdbc, changes);
    }

    private static ReceiptRow read(ResultSet row) throws SQLException {
        MoneyScale scale = MoneyScale.of(CurrencyCode.valueOf(row.getString("currency")));
        ReceiptProgress progress = new ReceiptProgress(
                ReceiptState.valueOf(row.getString("state")),
                FiscalOperation.of(row.getString("t1054_operation")),
                row.getString("movement_id"),
                row.getInt("ordinal"),
                scale.decimal(row.getLong("t1020_total_minor")),
                row.getInt("registration"),
                row.getInt("service_failures"),
                row.getInt("register_refusals"),
                row.getInt("queue_timeouts"),
                row.getInt("unanswered"),
                row.getInt("polls"));
        return new ReceiptRow(
                row.getLong("receipt_id"),
                progress,
                row.getString("failure_code"),
                Columns.instant(row, "announced_at"),
                row.getString("order_id"),
                row.getString("refund_id"),
                row.getString("traceparent"));
    }
}
