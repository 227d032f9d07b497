package io.refundtool.refund.readmodel;

import io.refundtool.events.Topic;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.Cancelled;
import io.refundtool.events.refund.ClarificationNeeded;
import io.refundtool.events.refund.Completed;
import io.refundtool.events.refund.Fiscalized;
import io.refundtool.events.refund.MoneyRefunded;
import io.refundtool.events.refund.MoneyReversed;
import io.refundtool.events.refund.PaymentOverdue;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.ReceiptOverdue;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.events.refund.Rejected;
import io.refundtool.events.refund.ReversalStarted;
import io.refundtool.events.refund.Reversed;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.postgres.OrderedReading;
import io.refundtool.messaging.postgres.SeenEvents;
import io.refundtool.messaging.postgres.StoredOffsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes each refund's latest state to PostgreSQL. The offset it has read is stored in the same transaction and what
 * lies before it is skipped, so a batch that comes again changes nothing. Why a refund waits stays until its status
 * changes: an update that keeps the status, such as the reversal of a second payment while it is on hold, says nothing of it.
 */
public final class RefundProjection implements SeenEvents, Consumer<List<ReceivedEvent>> {

    /** The name of this reading among what waits for a decision. */
    public static final String READER = "read-model";

    private static final String UPSERT = """
            insert into refund_view (order_id, refund_id, country, currency, status, amount_minor, code, reason,
                                     requested_at, updated_at, update_id, update_offset, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (order_id, refund_id) do update set
                status = excluded.status, amount_minor = excluded.amount_minor, updated_at = excluded.updated_at,
                update_id = excluded.update_id, update_offset = excluded.update_offset,
                recorded_at = excluded.recorded_at, archived_at = null,
                code = case when excluded.code is null and refund_view.status = excluded.status
                            then refund_view.code else excluded.code end,
                reason = case when excluded.code is null and refund_view.status = excluded.status
                                   and refund_view.code is not null
                              then refund_view.reason else excluded.reason end
            where refund_view.update_offset is null or refund_view.update_offset < excluded.update_offset
            """;

    private static final String OFFSETS = "projection_offset";

    private static final String ORDERS_THAT_WAIT = "delete from parked_order where reader = ?";
    private static final String EVENTS_THAT_WAIT = "delete from parked_event where reader = ?";

    private final JdbcTemplate jdbc;
    private final StoredOffsets offsets;

    public RefundProjection(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.offsets = StoredOffsets.ofProjection(jdbc, Topic.REFUND_UPDATE_V1, OFFSETS);
    }

    /** As a reading of events, which keeps each refund's updates in their order, and goes back with the database. */
    public OrderedReading reading(PlatformTransactionManager transactions) {
        return new OrderedReading(jdbc, transactions, READER, this, this, Optional.of(offsets));
    }

    /** As {@link #reading}, but it goes on where Kafka was told to be, wherever the database stands. */
    public OrderedReading readingFromOffsetsOfKafka(PlatformTransactionManager transactions) {
        return new OrderedReading(jdbc, transactions, READER, this, this);
    }

    /**
     * Empties the read model but for what is archived, which may be in no topic any more; whichever instances read at this
     * time notice it and read everything again.
     */
    public void forget(PlatformTransactionManager transactions) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            jdbc.update("delete from " + OFFSETS);
            jdbc.update("delete from refund_view where archived_at is null");
            jdbc.update(EVENTS_THAT_WAIT, READER);
            jdbc.update(ORDERS_THAT_WAIT, READER);
        });
    }

    @Override
    public List<ReceivedEvent> fresh(List<ReceivedEvent> batch) {
        Map<Integer, Long> next = new HashMap<>(offsets.lock(batch.stream()
                .map(event -> event.record().partition())
                .distinct()
                .toList()));
        List<ReceivedEvent> fresh = batch.stream()
                .filter(event -> event.record().offset()
                        >= next.getOrDefault(event.record().partition(), 0L))
                .toList();
        if (!fresh.isEmpty()) {
            fresh.forEach(event ->
                    next.merge(event.record().partition(), event.record().offset() + 1, Math::max));
            offsets.advance(next);
        }
        return fresh;
    }

    /** An update that was a dead letter was never projected, though later offsets were. */
    @Override
    public boolean remember(ReceivedEvent publishedAgain) {
        return true;
    }

    @Override
    public void accept(List<ReceivedEvent> fresh) {
        jdbc.batchUpdate(UPSERT, fresh, fresh.size(), (statement, event) -> {
            bind(statement, (RefundUpdate) event.envelope().event());
            bindPlace(statement, event);
        });
    }

    private static void bind(PreparedStatement row, RefundUpdate update) throws SQLException {
        RefundSnapshot refund = update.refund();
        Why why = why(update);
        row.setString(1, update.orderId());
        row.setString(2, update.refundId());
        row.setString(3, update.country().wire());
        row.setString(4, refund.currency().wire());
        row.setString(5, refund.status().wire());
        row.setLong(6, refund.amountMinor());
        row.setString(7, why.code());
        row.setString(8, why.reason());
        row.setObject(9, refund.requestedAt().atOffset(ZoneOffset.UTC));
        row.setObject(10, update.cause().occurredAt().atOffset(ZoneOffset.UTC));
    }

    private static void bindPlace(PreparedStatement row, ReceivedEvent event) throws SQLException {
        row.setString(11, event.envelope().id());
        row.setLong(12, event.record().offset());
        row.setObject(13, Instant.ofEpochMilli(event.record().timestamp()).atOffset(ZoneOffset.UTC));
    }

    private record Why(@Nullable String code, @Nullable String reason) {}

    private static Why why(RefundUpdate update) {
        return switch (update) {
            case ClarificationNeeded e -> new Why(e.code().wire(), e.reason());
            case Rejected e -> new Why(e.code().wire(), e.reason());
            case PutOnHold e -> new Why(e.code().wire(), e.reason());
            case Cancelled e -> new Why(null, e.reason());
            case ReversalStarted e -> new Why(null, e.reason());
            case Approved _,
                    MoneyRefunded _,
                    MoneyReversed _,
                    Fiscalized _,
                    Completed _,
                    Reversed _,
                    PaymentOverdue _,
                    ReceiptOverdue _ -> new Why(null, null);
        };
    }
}
