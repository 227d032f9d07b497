package io.refundtool.notifications.persistence;

import io.refundtool.notifications.persistence.DeliveryEntry.AttemptEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Reads the delivery log. */
public class DeliveryLogView {
    /** So many deliveries of an order are shown, the oldest first. */
    public static final int LIMIT = 500;

    private static final String DELIVERIES = """
            SELECT * FROM delivery WHERE order_id = ? AND (?::varchar IS NULL OR refund_id = ?) ORDER BY id LIMIT ?
            """;
    private static final String ATTEMPTS =
            "SELECT * FROM delivery_attempt WHERE delivery_id = ANY (?) ORDER BY answered_at, attempt";

    private final JdbcTemplate jdbc;

    public DeliveryLogView(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The deliveries of an order, or of one of its refunds, with every attempt. */
    @Transactional(readOnly = true)
    public List<DeliveryEntry> find(String orderId, @Nullable String refundId) {
        List<Map.Entry<Long, DeliveryEntry>> deliveries =
                jdbc.query(DELIVERIES, DeliveryLogView::delivery, orderId, refundId, refundId, LIMIT);
        Long[] ids = deliveries.stream().map(Map.Entry::getKey).toArray(Long[]::new);
        Map<Long, List<AttemptEntry>> attempts = jdbc.query(ATTEMPTS, DeliveryLogView::attempt, (Object) ids).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return deliveries.stream()
                .map(it -> withAttempts(it.getValue(), attempts.getOrDefault(it.getKey(), List.of())))
                .toList();
    }

    private static Map.Entry<Long, DeliveryEntry> delivery(ResultSet row, int number) throws SQLException {
        return Map.entry(
                row.getLong("id"),
                new DeliveryEntry(
                        row.getString("order_id"),
                        row.getString("refund_id"),
                        row.getString("status"),
                        row.getString("country"),
                        row.getString("state"),
                        row.getString("channel"),
                        row.getString("recipient"),
                        row.getString("language"),
                        row.getString("message_id"),
                        row.getString("reason"),
                        row.getTimestamp("received_at").toInstant(),
                        instant(row.getTimestamp("settled_at")),
                        List.of()));
    }

    private static Map.Entry<Long, AttemptEntry> attempt(ResultSet row, int number) throws SQLException {
        return Map.entry(
                row.getLong("delivery_id"),
                new AttemptEntry(
                        row.getString("channel"),
                        row.getInt("attempt"),
                        row.getTimestamp("answered_at").toInstant(),
                        row.getString("answer"),
                        row.getString("text")));
    }

    private static DeliveryEntry withAttempts(DeliveryEntry it, List<AttemptEntry> attempts) {
        return new DeliveryEntry(
                it.orderId(),
                it.refundId(),
                it.status(),
                it.country(),
                it.state(),
                it.channel(),
                it.recipient(),
                it.language(),
                it.messageId(),
                it.reason(),
                it.receivedAt(),
                it.settledAt(),
                attempts);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
