package io.refundtool.messaging.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which orders of a reading have something that waits. Whoever changes what waits of an order locks its row first. */
final class ParkedOrders {

    private static final String LOCK_ALL = """
            select order_id, events from parked_order where reader = ? and order_id = any (?::text[])
            order by order_id for update
            """;

    private static final String LOCK = "select 1 from parked_order where reader = ? and order_id = ? for update";

    private static final String CREATE = """
            insert into parked_order (reader, order_id) values (?, ?)
            on conflict (reader, order_id) do nothing
            """;

    /** The first of what waits says what the order waits for: a decision, or a time. */
    private static final String ADVANCE = """
            update parked_order set
                events = waiting.events,
                waits_for = case when first.headers is null then first.letter_id end,
                due_at = coalesce(first.not_before, now())
            from (select letter_id, headers, not_before from parked_event
                  where reader = ? and order_id = ? order by position limit 1) as first,
                 (select count(*) as events from parked_event where reader = ? and order_id = ?) as waiting
            where reader = ? and order_id = ?
            """;

    private static final String END = "delete from parked_order where reader = ? and order_id = ?";

    private final JdbcTemplate jdbc;
    private final String reader;

    ParkedOrders(JdbcTemplate jdbc, String reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /** Those of the orders that have something waiting, and how much; locked until the transaction ends. */
    Map<String, Integer> lock(Collection<String> orderIds) {
        Map<String, Integer> waiting = new HashMap<>();
        jdbc.query(
                LOCK_ALL,
                row -> {
                    waiting.put(row.getString(1), row.getInt(2));
                },
                reader,
                orderIds.toArray(String[]::new));
        return waiting;
    }

    /** Whether something of the order waits; if so it is locked until the transaction ends. */
    boolean lock(String orderId) {
        return !jdbc.queryForList(LOCK, Integer.class, reader, orderId).isEmpty();
    }

    /** Makes sure that the order is among them, and locks it; returns whether it is new. */
    boolean create(String orderId) {
        boolean created = jdbc.update(CREATE, reader, orderId) > 0;
        return created || (!lock(orderId) && create(orderId));
    }

    /** After any change of what waits of the order: it is due, or waits for a letter, or has nothing left and goes. */
    void advance(String orderId) {
        if (jdbc.update(ADVANCE, reader, orderId, reader, orderId, reader, orderId) == 0) {
            jdbc.update(END, reader, orderId);
        }
    }
}
