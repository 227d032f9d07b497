package io.refundtool.messaging.postgres;

import io.refundtool.events.Topic;
import io.refundtool.messaging.ReceivedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which events of a topic were read by a database that is lost. They are read again, and what they ask for may have been
 * done: whoever works on them has to know.
 */
public final class LostReading {

    private static final String FIND =
            "select partition, lost_until from inbox_offset where reader = ? and topic = ? and lost_until > 0";

    private static final String MARK = """
            insert into inbox_offset (reader, topic, partition, next_offset, lost_until) values (?, ?, ?, 0, ?)
            on conflict (reader, topic, partition) do update set
                lost_until = greatest(inbox_offset.lost_until, excluded.lost_until)
            """;

    private final JdbcTemplate jdbc;
    private final Topic topic;
    private final String reader;
    private final AtomicReference<Map<Integer, Long>> lostUntil = new AtomicReference<>(Map.of());

    public LostReading(JdbcTemplate jdbc, Topic topic, String reader) {
        this.jdbc = jdbc;
        this.topic = topic;
        this.reader = reader;
    }

    /** Whether the event was read by the database that is lost. */
    public boolean has(ReceivedEvent event) {
        return event.record().offset()
                < lostUntil.get().getOrDefault(event.record().partition(), 0L);
    }

    /** Remembers up to where each partition was read. */
    void mark(Map<Integer, Long> until) {
        jdbc.batchUpdate(
                MARK,
                until.entrySet().stream()
                        .map(each -> new Object[] {reader, topic.topicName(), each.getKey(), each.getValue()})
                        .toList());
        load();
    }

    /** Gets to know what was marked at an earlier start. */
    void load() {
        Map<Integer, Long> found = new HashMap<>();
        jdbc.query(
                FIND,
                row -> {
                    found.put(row.getInt(1), row.getLong(2));
                },
                reader,
                topic.topicName());
        lostUntil.set(Map.copyOf(found));
    }
}
