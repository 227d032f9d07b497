package io.refundtool.fiscalization.persistence;

import io.refundtool.events.common.PaymentMethod;
import io.refundtool.events.common.VatRate;
import io.refundtool.fiscalization.domain.PlannedReceipt;
import io.refundtool.fiscalization.domain.ReceiptItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** An item of a receipt in the ledger. */
record ItemRow(long receiptId, ReceiptItem item) {
    private static final String FIND =
            "select * from receipt_item where receipt_id = any (?) order by receipt_id, position";

    static Map<Long, List<ItemRow>> find(JdbcTemplate jdbc, Collection<Long> receiptIds) {
        return jdbc
                .query(
                        FIND,
                        statement -> statement.setObject(1, receiptIds.toArray(Long[]::new)),
                        (row, _) -> read(row))
                .stream()
                .collect(Collectors.groupingBy(ItemRow::receiptId));
    }

    static PlannedReceipt toReceipt(int ordinal, List<ItemRow> items) {
        return new PlannedReceipt(ordinal, items.stream().map(ItemRow::item).toList());
    }

    private static ItemRow read(ResultSet row) throws SQLException {
        return new ItemRow(
                row.getLong("receipt_id"),
                new ReceiptItem(
                        row.getString("name"),
                        row.getLong("price_minor"),
                        row.getLong("quantity"),
                        PaymentMethod.of(row.getString("t1214_payment_method")),
                        row.getInt("t1212_payment_object"),
                        VatRate.of(row.getString("t1199_vat_rate")),
                        row.getString("mark_code")));
    }
}
