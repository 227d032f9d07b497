package io.refundtool.messaging.postgres;

import io.refundtool.events.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** Removes ids from the inbox that Kafka cannot deliver again, a slice at a time, so that it does not grow for ever. */
final class InboxPruning {

    /** Kafka removes whole segments, so a record may outlive its topic's retention by weeks. */
    private static final Duration MARGIN = Duration.ofDays(30);

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int MAX_ROWS = 20_000;

    private static final String DELETE = """
            delete from inbox where ctid = any (array(
                select ctid from inbox where received_at < now() - make_interval(secs => ?) and reader = ? limit ?))
            """;

    private final JdbcTemplate jdbc;
    private final String reader;
    private final long keepSeconds;
    private final AtomicLong dueNanos = new AtomicLong(System.nanoTime());

    InboxPruning(JdbcTemplate jdbc, String reader) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.keepSeconds = Arrays.stream(Topic.values())
                .map(Topic::retention)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(MARGIN)
                .toSeconds();
    }

    void pruneWhenDue() {
        long due = dueNanos.get();
        long now = System.nanoTime();
        if (now - due >= 0 && dueNanos.compareAndSet(due, now + INTERVAL.toNanos())) {
            jdbc.update(DELETE, (double) keepSeconds, reader, MAX_ROWS);
        }
    }
}
