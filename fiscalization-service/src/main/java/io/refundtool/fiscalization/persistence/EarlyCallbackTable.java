package io.refundtool.fiscalization.persistence;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Callbacks that name a receipt which is being sent, under a uuid that is not known yet. They are believed when the
 * answer to the registration brings the same uuid. At most {@value #MAX_PER_RECEIPT} are kept for a receipt, so that
 * invented ones cannot fill the table.
 */
public final class EarlyCallbackTable {
    private static final int MAX_PER_RECEIPT = 3;
    private static final String INSERT = """
            insert into early_callback (receipt_id, uuid, body)
            select ?, ?, ? where (select count(*) from early_callback where receipt_id = ?) < ?
            on conflict do nothing""";
    private static final String TAKE =
            "delete from early_callback where receipt_id = any (?) returning receipt_id, uuid, body";

    private final JdbcTemplate jdbc;

    public EarlyCallbackTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A kept callback. */
    public record EarlyCallback(long receiptId, String uuid, String body) {}

    /** The receipt is locked by the caller, which keeps the count true. */
    public void keep(EarlyCallback callback) {
        jdbc.update(
                INSERT, callback.receiptId(), callback.uuid(), callback.body(), callback.receiptId(), MAX_PER_RECEIPT);
    }

    /** Takes what was kept for receipts that have been accepted now. */
    public List<EarlyCallback> take(Collection<Long> receiptIds) {
        return receiptIds.isEmpty()
                ? List.of()
                : jdbc.query(
                        TAKE,
                        statement -> statement.setObject(1, receiptIds.toArray(Long[]::new)),
                        (row, _) -> new EarlyCallback(
                                row.getLong("receipt_id"), row.getString("uuid"), row.getString("body")));
    }
}
