package io.refundtool.notifications.persistence;

import io.refundtool.events.Envelope;
import io.refundtool.events.EventCodec;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.events.notifications.NotificationFailed;
import io.refundtool.events.notifications.NotificationsUpdate;
import io.refundtool.notifications.domain.DeliveryKey;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Enters deliveries and removes old ones. Everything here takes part in the caller's transaction.
 */
public final class DeliveryLog {
    private static final String INSERT = """
            INSERT INTO delivery (order_id, refund_id, status, country, state, channel, event_id, event_type, event,
                                  traceparent, recipient, reason, settled_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN ? THEN now() END)
            ON CONFLICT ON CONSTRAINT one_message_a_refund_and_status DO NOTHING
            """;

    private static final String REMOVE_SETTLED = """
            DELETE FROM delivery WHERE id IN (
                SELECT id FROM delivery WHERE state <> 'waiting' AND settled_at < now() - make_interval(days => ?)
                ORDER BY settled_at LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    /** What it asked for is not known until its announcement is read again: see {@link #complete}. */
    private static final String SETTLE = """
            INSERT INTO delivery (order_id, refund_id, status, country, state, channel, event_id, event_type, message_id,
                                  reason, settled_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT one_message_a_refund_and_status DO UPDATE SET
                state = excluded.state, channel = coalesce(excluded.channel, delivery.channel), event = NULL,
                claim = NULL, message_id = excluded.message_id, reason = excluded.reason,
                settled_at = excluded.settled_at
            WHERE delivery.state = 'waiting'
            """;

    private static final String COMPLETE = """
            UPDATE delivery SET event_id = ?, event_type = ?, traceparent = ?, recipient = ?
            WHERE order_id = ? AND refund_id = ? AND status = ? AND event_type LIKE 'notifications.%'
            """;

    private final JdbcTemplate jdbc;

    public DeliveryLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters those whose refund and status are not in the log yet, and returns them. */
    public List<NewDelivery> enter(List<NewDelivery> deliveries) {
        int[] entered = jdbc.batchUpdate(
                INSERT, deliveries.stream().map(DeliveryLog::columns).toList());
        List<NewDelivery> fresh = new ArrayList<>(deliveries.size());
        for (int i = 0; i < entered.length; i++) {
            if (Statements.changed(entered[i])) {
                fresh.add(deliveries.get(i));
            }
        }
        return fresh;
    }

    /** Enters how deliveries ended, as the service told of it before its database was lost; those that wait end so. */
    public void settle(List<Envelope<NotificationsUpdate>> told) {
        Map<DeliveryKey, Envelope<NotificationsUpdate>> first = new LinkedHashMap<>();
        told.forEach(each -> first.putIfAbsent(key(each.event()), each));
        jdbc.batchUpdate(
                SETTLE, first.values().stream().map(DeliveryLog::ending).toList());
    }

    private static DeliveryKey key(NotificationsUpdate event) {
        return switch (event) {
            case CustomerNotified it -> new DeliveryKey(it.orderId(), it.refundId(), it.notifiedOf());
            case NotificationFailed it -> new DeliveryKey(it.orderId(), it.refundId(), it.notifiedOf());
        };
    }

    /** Adds to deliveries of which only the end was known what their announcements say. */
    public void complete(List<NewDelivery> announced) {
        jdbc.batchUpdate(
                COMPLETE,
                announced.stream()
                        .map(it -> new Object[] {
                            it.cause().id(),
                            it.cause().event().eventType().wireName(),
                            it.cause().traceparent(),
                            it.recipient() == null ? null : it.recipient().masked(),
                            it.key().orderId(),
                            it.key().refundId(),
                            it.key().status().wire()
                        })
                        .toList());
    }

    private static Object[] ending(Envelope<NotificationsUpdate> told) {
        NotificationsUpdate event = told.event();
        return switch (event) {
            case CustomerNotified it ->
                new Object[] {
                    it.orderId(),
                    it.refundId(),
                    it.notifiedOf().wire(),
                    it.country().wire(),
                    DeliveryState.TOLD.word(),
                    it.channel().wire(),
                    told.id(),
                    it.eventType().wireName(),
                    it.messageId(),
                    null,
                    Timestamp.from(it.notifiedAt())
                };
            case NotificationFailed it ->
                new Object[] {
                    it.orderId(),
                    it.refundId(),
                    it.notifiedOf().wire(),
                    it.country().wire(),
                    DeliveryState.GIVEN_UP.word(),
                    null,
                    told.id(),
                    it.eventType().wireName(),
                    null,
                    it.reason(),
                    Timestamp.from(it.failedAt())
                };
        };
    }

    /** Removes at most so many deliveries that were settled so many days ago, and returns how many it removed. */
    public int removeSettled(int days, int limit) {
        return jdbc.update(REMOVE_SETTLED, days, limit);
    }

    private static Object[] columns(NewDelivery it) {
        Envelope<?> cause = it.cause();
        boolean waits = it.recipient() != null;
        return new Object[] {
            it.key().orderId(),
            it.key().refundId(),
            it.key().status().wire(),
            cause.event().country().wire(),
            waits ? DeliveryState.WAITING.word() : DeliveryState.GIVEN_UP.word(),
            it.recipient() == null ? null : it.recipient().channel().wire(),
            cause.id(),
            cause.event().eventType().wireName(),
            waits ? EventCodec.write(cause.event()) : null,
            cause.traceparent(),
            it.recipient() == null ? null : it.recipient().masked(),
            it.reason(),
            !waits
        };
    }
}
