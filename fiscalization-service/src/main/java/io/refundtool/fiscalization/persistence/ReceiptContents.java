package io.refundtool.fiscalization.persistence;

import io.refundtool.fiscalization.domain.PlannedReceipt;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what receipts state, so that others can state the same. */
public final class ReceiptContents {
    private static final String FIND =
            "select receipt_id, ordinal, t1008_client from receipt where receipt_id = any (?)";

    private final JdbcTemplate jdbc;

    public ReceiptContents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a receipt states.
     *
     * @param client FFD tag 1008; personal data, never logged
     */
    public record Content(long receiptId, PlannedReceipt receipt, String client) {
        @Override
        public String toString() {
            return "Content[" + receiptId + "]";
        }
    }

    public Map<Long, Content> find(Collection<Long> receiptIds) {
        Map<Long, List<ItemRow>> items = ItemRow.find(jdbc, receiptIds);
        return jdbc
                .query(
                        FIND,
                        statement -> statement.setObject(1, receiptIds.toArray(Long[]::new)),
                        (row, _) -> new Content(
                                row.getLong("receipt_id"),
                                ItemRow.toReceipt(
                                        row.getInt("ordinal"),
                                        items.getOrDefault(row.getLong("receipt_id"), List.of())),
                                row.getString("t1008_client")))
                .stream()
                .collect(Collectors.toMap(Content::receiptId, Function.identity()));
    }
}
