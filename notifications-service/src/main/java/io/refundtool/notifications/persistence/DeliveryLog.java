package io.refundtool.notifications.persistence;

import io.refundtool.events.Envelope;
import io.refundtool.events.EventCodec;
import java.util.ArrayList;
import java.util.List;
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
