package io.refundtool.notifications.persistence;

import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.events.notifications.NotificationFailed;
import io.refundtool.events.notifications.NotificationsUpdate;
import io.refundtool.notifications.domain.DeliveryKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds what became of deliveries that are announced again. Takes part in the caller's transaction. */
public final class SettledDeliveries {
    private static final String SELECT = """
            SELECT d.* FROM delivery d
            JOIN unnest(?::varchar[], ?::varchar[], ?::varchar[]) AS asked (order_id, refund_id, status)
                 USING (order_id, refund_id, status)
            WHERE d.state <> 'waiting'
            """;

    private final JdbcTemplate jdbc;

    public SettledDeliveries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the deliveries that are settled; one that still waits is missing, since its answer is yet to come. */
    public List<SettledDelivery> find(Collection<DeliveryKey> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.query(
                        SELECT,
                        SettledDeliveries::settled,
                        column(keys, DeliveryKey::orderId),
                        column(keys, DeliveryKey::refundId),
                        column(keys, key -> key.status().wire()));
    }

    private static String[] column(Collection<DeliveryKey> keys, Function<DeliveryKey, String> part) {
        return keys.stream().map(part).toArray(String[]::new);
    }

    private static SettledDelivery settled(ResultSet row, int number) throws SQLException {
        DeliveryKey key = new DeliveryKey(
                row.getString("order_id"), row.getString("refund_id"), RefundStatus.of(row.getString("status")));
        return new SettledDelivery(key, answer(key, row));
    }

    private static NotificationsUpdate answer(DeliveryKey key, ResultSet row) throws SQLException {
        Country country = Country.of(row.getString("country"));
        Instant at = row.getTimestamp("settled_at").toInstant();
        return row.getString("state").equals(DeliveryState.TOLD.word())
                ? new CustomerNotified(
                        key.orderId(),
                        key.refundId(),
                        country,
                        key.status(),
                        Channel.of(row.getString("channel")),
                        row.getString("message_id"),
                        at)
                : new NotificationFailed(
                        key.orderId(), key.refundId(), country, key.status(), row.getString("reason"), at);
    }
}
