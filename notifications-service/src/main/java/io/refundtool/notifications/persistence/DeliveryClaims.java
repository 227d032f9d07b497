package io.refundtool.notifications.persistence;

import io.refundtool.events.Event;
import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import io.refundtool.events.common.Channel;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.notifications.domain.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Hands out deliveries, each to one sender at a time, also among several instances.
 *
 * <p>A claim is a lease: {@code due_at} is put into the future, and when the sender dies, the delivery is simply due again
 * at that time. All times are the database's, so that instances need not agree on the time.
 */
public final class DeliveryClaims {
    private static final String CLAIM = """
            WITH next AS (
                SELECT id, claim IS NOT NULL AS abandoned FROM delivery
                WHERE state = 'waiting' AND %s
                ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED)
            UPDATE delivery d
            SET claim = ?, due_at = now() + make_interval(secs => ?),
                attempts = d.attempts + CASE WHEN next.abandoned THEN 1 ELSE 0 END
            FROM next WHERE d.id = next.id
            RETURNING d.id, d.claim, d.event_type, d.event, d.channel, d.attempts, d.traceparent, next.abandoned,
                extract(epoch FROM now() - d.received_at) * 1000 AS age_millis
            """;

    private static final String CLAIM_DUE = CLAIM.formatted("channel = ? AND due_at <= now()");
    private static final String CLAIM_OVERDUE =
            CLAIM.formatted("received_at < now() - make_interval(secs => ?) AND (claim IS NULL OR due_at <= now())");

    private static final String RELEASE =
            "UPDATE delivery SET claim = NULL, due_at = now() WHERE claim = ? AND id = ANY (?)";

    private final JdbcTemplate jdbc;

    public DeliveryClaims(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims what is due on a channel, at most so many, for so long. */
    public List<ClaimedDelivery> claimDue(Channel channel, int limit, Duration lease) {
        return jdbc.query(
                CLAIM_DUE,
                DeliveryClaims::delivery,
                channel.wire(),
                limit,
                UUID.randomUUID(),
                Statements.seconds(lease));
    }

    /** Claims what waits for longer than that and nobody is sending just now, at most so many. */
    public List<ClaimedDelivery> claimOverdue(Duration age, int limit, Duration lease) {
        return jdbc.query(
                CLAIM_OVERDUE,
                DeliveryClaims::delivery,
                Statements.seconds(age),
                limit,
                UUID.randomUUID(),
                Statements.seconds(lease));
    }

    /** Gives back what was claimed and surely not sent: it is due at once, and no attempt is counted. */
    public void release(List<ClaimedDelivery> unsent) {
        if (!unsent.isEmpty()) {
            Long[] ids = unsent.stream().map(ClaimedDelivery::id).toArray(Long[]::new);
            jdbc.update(RELEASE, unsent.getFirst().claim(), ids);
        }
    }

    private static ClaimedDelivery delivery(ResultSet row, int number) throws SQLException {
        return new ClaimedDelivery(
                row.getLong("id"),
                row.getObject("claim", UUID.class),
                notice(row.getString("event_type"), row.getBytes("event")),
                Channel.of(row.getString("channel")),
                row.getInt("attempts"),
                Duration.ofMillis(row.getLong("age_millis")),
                row.getString("traceparent"),
                row.getBoolean("abandoned"));
    }

    private static Notice notice(String type, byte[] body) {
        Event event = EventType.of(type)
                .map(known -> EventCodec.read(known, body))
                .orElseThrow(
                        () -> new IllegalStateException("Expected a known event type in the log, but got " + type));
        if (event instanceof RefundUpdate update) {
            return Notice.of(update)
                    .orElseThrow(() -> new IllegalStateException("Expected a notice in the log, but got " + type));
        }
        throw new IllegalStateException("Expected an update of a refund in the log, but got " + type);
    }
}
