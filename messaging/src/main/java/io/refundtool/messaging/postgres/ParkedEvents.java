package io.refundtool.messaging.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.messaging.DeadLetters;
import io.refundtool.messaging.HeaderBytes;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.RecordOrigin;
import io.refundtool.messaging.RefusedEventException;
import io.refundtool.messaging.WaitingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of what waits of one reading, within the caller's transaction. */
final class ParkedEvents {

    /**
     * Events of one order that wait in full. One more goes to the dead letters, where its body is, and keeps its place
     * here all the same: nothing overtakes.
     */
    static final int MAX_WAITING_OF_AN_ORDER = 1_000;

    private static final String INSERT = """
            insert into parked_event (reader, order_id, letter_id, attempt, seen, origin_topic, origin_partition,
                                      origin_offset, origin_timestamp, record_key, headers, value)
            values (?, ?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?)
            on conflict (reader, letter_id) do nothing
            """;

    private static final String MARK_SEEN = "update parked_event set seen = true where reader = ? and letter_id = ?";

    private static final String DECIDED = "select state <> 'waiting' from dead_letter where id = ? for update";

    private static final String NEXT = """
            select first.* from parked_order
            cross join lateral (
                select * from parked_event
                where parked_event.reader = parked_order.reader and parked_event.order_id = parked_order.order_id
                order by position limit 1) as first
            where parked_order.reader = ? and waits_for is null and due_at <= now()
            order by due_at limit 1
            """;

    private static final String REMOVE =
            "delete from parked_event where position = ? and attempt = ? and headers is not null";

    private static final String EMPTY = """
            update parked_event
            set record_key = null, headers = null, value = null, not_before = null, attempt = attempt + 1, seen = true
            where position = ? and attempt = ? and headers is not null
            """;

    private final JdbcTemplate jdbc;
    private final String reader;
    private final ParkedOrders orders;

    ParkedEvents(JdbcTemplate jdbc, String reader) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.orders = new ParkedOrders(jdbc, reader);
    }

    /**
     * Lets those wait whose order has something waiting, and returns the others.
     *
     * @throws RefusedEventException too many events of an order wait already
     */
    List<ReceivedEvent> park(List<ReceivedEvent> fresh) {
        Map<String, Integer> waiting =
                orders.lock(fresh.stream().map(ParkedEvents::orderId).distinct().toList());
        if (waiting.isEmpty()) {
            return fresh;
        }
        Map<Boolean, List<ReceivedEvent>> parts =
                fresh.stream().collect(Collectors.partitioningBy(event -> waiting.containsKey(orderId(event))));
        List<ReceivedEvent> parked = parts.getOrDefault(true, List.of());
        for (ReceivedEvent event : parked) {
            if (waiting.merge(orderId(event), 1, Integer::sum) > MAX_WAITING_OF_AN_ORDER) {
                throw tooMany(event);
            }
        }
        jdbc.batchUpdate(INSERT, parked.stream().map(this::inFull).toList());
        parked.stream().map(ParkedEvents::orderId).distinct().forEach(orders::advance);
        return parts.getOrDefault(false, List.of());
    }

    /** Lets a dead letter keep the event's place; returns whether its order did not wait before. */
    boolean hold(ReceivedEvent refused) {
        boolean isNew = orders.create(orderId(refused));
        if (jdbc.update(INSERT, placeOf(refused).toArray()) == 0) {
            jdbc.update(MARK_SEEN, reader, origin(refused).id());
        }
        orders.advance(orderId(refused));
        return isNew;
    }

    /** Whether somebody has decided about the event's letter; until this transaction ends nobody can. */
    boolean isDecided(ReceivedEvent refused) {
        return jdbc.queryForList(DECIDED, Boolean.class, origin(refused).id()).contains(true);
    }

    /** The first event of an order that may go on now. */
    Optional<WaitingEvent> next() {
        return jdbc.query(NEXT, ParkedRows::waiting, reader).stream().findFirst();
    }

    boolean lock(String orderId) {
        return orders.lock(orderId);
    }

    void advance(String orderId) {
        orders.advance(orderId);
    }

    /** Whether it still waited as it was read, and now does no longer. */
    boolean remove(WaitingEvent waiting) {
        return jdbc.update(REMOVE, waiting.position(), waiting.attempts()) > 0;
    }

    /** Whether it still waited as it was read, and now only its place does. */
    boolean empty(WaitingEvent waiting) {
        return jdbc.update(EMPTY, waiting.position(), waiting.attempts()) > 0;
    }

    private Object[] inFull(ReceivedEvent event) {
        List<Object> row = row(event, DeadLetters.attempts(event.record().headers()));
        row.add(event.record().key().getBytes(UTF_8));
        row.add(HeaderBytes.write(event.record().headers()));
        row.add(event.record().value());
        return row.toArray();
    }

    private List<Object> placeOf(ReceivedEvent event) {
        List<Object> row = row(event, DeadLetters.attempts(event.record().headers()) + 1);
        row.add(null);
        row.add(null);
        row.add(null);
        return row;
    }

    private List<Object> row(ReceivedEvent event, int attempt) {
        RecordOrigin origin = origin(event);
        return new ArrayList<>(List.of(
                reader,
                orderId(event),
                origin.id(),
                attempt,
                origin.topic(),
                origin.partition(),
                origin.offset(),
                origin.timestampMs()));
    }

    private static RefusedEventException tooMany(ReceivedEvent event) {
        return new RefusedEventException(
                DeadLetters.TOO_MANY_WAIT,
                "Expected at most %d events of order %s to wait, but this one would be one more"
                        .formatted(MAX_WAITING_OF_AN_ORDER, orderId(event)));
    }

    private static String orderId(ReceivedEvent event) {
        return event.envelope().event().orderId();
    }

    private static RecordOrigin origin(ReceivedEvent event) {
        ConsumerRecord<String, byte[]> record = event.record();
        return RecordOrigin.of(record);
    }
}
