package io.refundtool.fiscalization.persistence;

import io.refundtool.fiscalization.domain.CorrectionBasis;
import io.refundtool.fiscalization.domain.ReceiptItem;
import io.refundtool.fiscalization.domain.ReceiptState;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes planned receipts and their items into the ledger, in the caller's transaction. */
public final class NewReceipts {
    private static final int BATCH_SIZE = 500;
    private static final String IDS = "select nextval('receipt_id_seq') from generate_series(1, ?)";
    private static final String INSERT_RECEIPT = """
            insert into receipt (receipt_id, movement_id, ordinal, state, due_at, external_id, group_code,
                t1054_operation, t1055_tax_system, t1008_client, t1018_inn, t1187_place, t1125_internet,
                t1020_total_minor, t1081_cashless_minor, shop_email, t1173_correction_type, t1178_correction_date,
                t1179_correction_number)
            values (?, ?, ?, ?, now(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String INSERT_ITEM = """
            insert into receipt_item (receipt_id, position, name, price_minor, quantity, sum_minor,
                t1214_payment_method, t1212_payment_object, t1199_vat_rate, t1200_vat_minor, mark_code)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    public NewReceipts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record IdentifiedReceipt(long receiptId, NewReceipt receipt) {}

    private record IdentifiedItem(long receiptId, int position, ReceiptItem item) {}

    public void insert(List<NewReceipt> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        List<Long> ids = jdbc.query(IDS, (row, _) -> row.getLong(1), receipts.size());
        List<IdentifiedReceipt> rows = new ArrayList<>();
        List<IdentifiedItem> items = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            long receiptId = ids.get(i);
            rows.add(new IdentifiedReceipt(receiptId, receipts.get(i)));
            for (ReceiptItem item : receipts.get(i).receipt().items()) {
                items.add(new IdentifiedItem(receiptId, items.size() + 1, item));
            }
        }
        jdbc.batchUpdate(INSERT_RECEIPT, rows, BATCH_SIZE, NewReceipts::write);
        jdbc.batchUpdate(INSERT_ITEM, items, BATCH_SIZE, NewReceipts::write);
    }

    private static void write(PreparedStatement statement, IdentifiedReceipt row) throws SQLException {
        NewReceipt receipt = row.receipt();
        long total = receipt.receipt().totalMinor();
        statement.setLong(1, row.receiptId());
        statement.setString(2, receipt.movementId());
        statement.setInt(3, receipt.receipt().ordinal());
        statement.setString(4, ReceiptState.TO_REGISTER.name());
        statement.setString(5, receipt.externalId());
        statement.setString(6, receipt.groupCode());
        statement.setString(7, receipt.operation().wire());
        statement.setString(8, receipt.seller().taxSystem());
        statement.setString(9, receipt.client());
        statement.setString(10, receipt.seller().inn());
        statement.setString(11, receipt.seller().paymentAddress());
        statement.setBoolean(12, receipt.seller().internet());
        statement.setLong(13, total);
        statement.setLong(14, total);
        statement.setString(15, receipt.seller().email());
        @Nullable CorrectionBasis correction = receipt.correction();
        statement.setString(16, correction == null ? null : correction.type());
        statement.setObject(17, correction == null ? null : correction.date(), Types.DATE);
        statement.setString(18, correction == null ? null : correction.number());
    }

    private static void write(PreparedStatement statement, IdentifiedItem row) throws SQLException {
        ReceiptItem item = row.item();
        statement.setLong(1, row.receiptId());
        statement.setInt(2, row.position());
        statement.setString(3, item.name());
        statement.setLong(4, item.priceMinor());
        statement.setLong(5, item.quantity());
        statement.setLong(6, item.sumMinor());
        statement.setString(7, item.paymentMethod().wire());
        statement.setInt(8, item.paymentObject());
        statement.setString(9, item.vatRate().wire());
        statement.setLong(10, item.vatMinor());
        statement.setString(11, item.markCode());
    }
}
