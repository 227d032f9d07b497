package io.refundtool.fiscalization.persistence;

import io.refundtool.fiscalization.application.RegistrationRequest;
import io.refundtool.fiscalization.application.ReportRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands out work to instances: rows that another one is claiming are skipped, and a claim is a lease, so that the work
 * of an instance that died becomes due again.
 */
public final class ReceiptClaims {
    private static final String CLAIM_TO_REGISTER = """
            with due as (
                select receipt_id from receipt where state = 'TO_REGISTER' and due_at <= now()
                order by due_at limit ? for update skip locked),
            claimed as (
                update receipt r set due_at = now() + ? * interval '1 millisecond'
                from due where r.receipt_id = due.receipt_id returning r.*),
            noted as (
                insert into attempt (receipt_id, registration, external_id)
                select receipt_id, registration, external_id from claimed)
            select c.*, m.currency, m.announced_at from claimed c join movement m using (movement_id)""";
    private static final String TAKE_REPORT_SLOT = """
            update cash_register set next_report_at = now() + ? * interval '1 millisecond'
            where group_code = ? and next_report_at <= now()""";
    private static final String CLAIM_TO_REPORT = """
            with due as (
                select receipt_id from receipt
                where state = 'WAITING' and due_at <= now() and group_code = ? and uuid is not null
                order by due_at limit 1 for update skip locked)
            update receipt r set due_at = now() + ? * interval '1 millisecond'
            from due where r.receipt_id = due.receipt_id
            returning r.receipt_id, r.registration, r.uuid, r.group_code""";
    private static final String ADD_REGISTER =
            "insert into cash_register (group_code) values (?) on conflict do nothing";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Duration lease;

    public ReceiptClaims(JdbcTemplate jdbc, TransactionOperations transactions, Duration lease) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.lease = lease;
    }

    /** Claims receipts that are due to be sent, and notes the attempt before anything is sent. */
    public List<RegistrationRequest> claimToRegister(int limit) {
        return transactions.execute(_ -> {
            List<ClaimedReceipt> claimed = jdbc.query(
                    CLAIM_TO_REGISTER,
                    statement -> {
                        statement.setInt(1, limit);
                        statement.setLong(2, lease.toMillis());
                    },
                    (row, _) -> ClaimedReceipt.read(row));
            Map<Long, List<ItemRow>> items = itemsOf(claimed);
            return claimed.stream()
                    .map(receipt -> receipt.toRequest(items.getOrDefault(receipt.receiptId(), List.of())))
                    .toList();
        });
    }

    private Map<Long, List<ItemRow>> itemsOf(List<ClaimedReceipt> claimed) {
        return claimed.isEmpty()
                ? Map.of()
                : ItemRow.find(
                        jdbc, claimed.stream().map(ClaimedReceipt::receiptId).toList());
    }

    /**
     * Claims one receipt to ask about, if the cash register may be asked again: the pace is kept in the database, for
     * all instances together.
     */
    public Optional<ReportRequest> claimToReport(String groupCode, Duration pace) {
        return transactions.execute(status -> {
            Optional<ReportRequest> claimed = jdbc
                    .query(
                            CLAIM_TO_REPORT,
                            statement -> {
                                statement.setString(1, groupCode);
                                statement.setLong(2, lease.toMillis());
                            },
                            (row, _) -> new ReportRequest(
                                    row.getLong("receipt_id"),
                                    row.getInt("registration"),
                                    row.getString("uuid"),
                                    row.getString("group_code")))
                    .stream()
                    .findFirst();
            if (claimed.isPresent() && !tookSlot(groupCode, pace)) {
                status.setRollbackOnly();
                return Optional.<ReportRequest>empty();
            }
            return claimed;
        });
    }

    private boolean tookSlot(String groupCode, Duration pace) {
        return jdbc.update(TAKE_REPORT_SLOT, pace.toMillis(), groupCode) == 1;
    }

    /** Makes the register's pace known; to be called once at start. */
    public void addCashRegister(String groupCode) {
        jdbc.update(ADD_REGISTER, groupCode);
    }
}
