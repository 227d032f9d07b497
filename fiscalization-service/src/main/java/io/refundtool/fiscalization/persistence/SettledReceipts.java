package io.refundtool.fiscalization.persistence;

import io.refundtool.events.common.Receipt;
import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.ReceiptState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the receipts of movements, to see whether all of a movement's are registered. */
public final class SettledReceipts {
    private static final String FIND =
            "select * from receipt where movement_id = any (?) order by movement_id, ordinal, receipt_id";

    private final JdbcTemplate jdbc;

    public SettledReceipts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A receipt of a movement.
     *
     * @param ordinal which lines it states: a correction has that of the receipt it replaces
     * @param receipt what is told of it, once it is registered
     */
    public record SettledReceipt(
            long receiptId,
            String movementId,
            int ordinal,
            FiscalOperation operation,
            ReceiptState state,
            @Nullable Receipt receipt,
            @Nullable String failureCode,
            @Nullable String failureReason) {}

    /** The receipts by movement, in their order; a correction comes after what it replaces. */
    public Map<String, List<SettledReceipt>> ofMovements(Collection<String> movementIds) {
        return jdbc
                .query(
                        FIND,
                        statement -> statement.setObject(1, movementIds.toArray(String[]::new)),
                        (row, _) -> read(row))
                .stream()
                .collect(Collectors.groupingBy(SettledReceipt::movementId));
    }

    private static SettledReceipt read(ResultSet row) throws SQLException {
        ReceiptState state = ReceiptState.valueOf(row.getString("state"));
        FiscalOperation operation = FiscalOperation.of(row.getString("t1054_operation"));
        return new SettledReceipt(
                row.getLong("receipt_id"),
                row.getString("movement_id"),
                row.getInt("ordinal"),
                operation,
                state,
                state == ReceiptState.REGISTERED ? receipt(row, operation) : null,
                row.getString("failure_code"),
                row.getString("failure_reason"));
    }

    private static Receipt receipt(ResultSet row, FiscalOperation operation) throws SQLException {
        return new Receipt(
                row.getString("external_id"),
                operation.kind(),
                row.getLong("t1020_total_minor"),
                row.getLong("fiscal_receipt_number"),
                row.getLong("t1040_document_number"),
                row.getLong("t1077_document_attribute"),
                row.getString("t1041_fiscal_storage"),
                Columns.instant(row, "registered_at"),
                row.getString("ofd_receipt_url"));
    }
}
