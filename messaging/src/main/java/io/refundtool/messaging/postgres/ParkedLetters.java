package io.refundtool.messaging.postgres;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts dead letters back into the row of what waits, or takes them out of it, within the caller's transaction, which has
 * locked the letter. A letter that holds its order keeps the place that it has; any other one comes last.
 */
public final class ParkedLetters {

    private static final String ORDER = "select order_id from parked_event where reader = ? and letter_id = ?";

    /** The attempt tells a step that is just being taken with this letter that it has been decided about. */
    private static final String FILL = """
            update parked_event
            set record_key = letter.record_key, headers = letter.headers, value = letter.value,
                attempt = letter.attempt, not_before = ?
            from dead_letter as letter
            where reader = ? and letter_id = ? and letter.id = letter_id
            """;

    private static final String APPEND = """
            insert into parked_event (reader, order_id, letter_id, attempt, seen, not_before, origin_topic,
                                      origin_partition, origin_offset, origin_timestamp, record_key, headers, value)
            select ?, ?, id, attempt, false, ?, origin_topic, origin_partition, origin_offset, origin_timestamp,
                   record_key, headers, value
            from dead_letter where id = ?
            """;

    private static final String REMOVE = "delete from parked_event where reader = ? and letter_id = ?";

    private final JdbcTemplate jdbc;

    public ParkedLetters(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The record of the letter is to be worked on again, when it is the first of its order.
     *
     * @param orderId which order it is of, as far as its key tells
     * @param notBefore null for at once
     */
    public void publish(String reader, String letterId, @Nullable String orderId, @Nullable Instant notBefore) {
        ParkedOrders orders = new ParkedOrders(jdbc, reader);
        String order = orderOf(reader, letterId, orderId == null ? letterId : orderId);
        Object due = notBefore == null ? null : notBefore.atOffset(ZoneOffset.UTC);
        orders.create(order);
        if (jdbc.update(FILL, due, reader, letterId) == 0) {
            jdbc.update(APPEND, reader, order, due, letterId);
        }
        orders.advance(order);
    }

    /** The record of the letter is not to be worked on: what waits behind it goes on. */
    public void drop(String reader, String letterId) {
        String order = orderOf(reader, letterId, "");
        ParkedOrders orders = new ParkedOrders(jdbc, reader);
        if (orders.lock(order)) {
            jdbc.update(REMOVE, reader, letterId);
            orders.advance(order);
        }
    }

    private String orderOf(String reader, String letterId, String otherwise) {
        return jdbc.queryForList(ORDER, String.class, reader, letterId).stream()
                .findFirst()
                .orElse(otherwise);
    }
}
