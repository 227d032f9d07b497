package io.refundtool.messaging.deadletters;

import io.refundtool.events.Topic;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Removes letters that were decided long ago, and who decided about them, a slice at a time: a letter and its decisions
 * are kept for as long as its topic keeps it, and a month more. One that waits is never removed.
 */
final class LetterPruning {

    /** Kafka removes whole segments, so a letter may outlive its topic's retention by weeks. */
    private static final Duration MARGIN = Duration.ofDays(30);

    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final int MAX_ROWS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(LetterPruning.class);

    private static final String DELETE = """
            with old as (
                select id from dead_letter
                where state <> 'waiting' and last_failed_at < now() - make_interval(secs => ?)
                    and not exists (select 1 from parked_event where letter_id = dead_letter.id)
                    and not exists (
                        select 1 from dead_letter_decision
                        where letter_id = dead_letter.id and decided_at >= now() - make_interval(secs => ?))
                order by number limit ? for update skip locked),
            decided as (delete from dead_letter_decision where letter_id in (select id from old))
            delete from dead_letter where id in (select id from old)
            """;

    private final JdbcTemplate jdbc;
    private final double keepSeconds;
    private long dueNanos = System.nanoTime();

    LetterPruning(JdbcTemplate jdbc, Topic deadLetterTopic) {
        this.jdbc = jdbc;
        this.keepSeconds = deadLetterTopic.retention().plus(MARGIN).toSeconds();
    }

    /** Removes a slice every ten minutes; while PostgreSQL is away, later. */
    void pruneWhenDue() {
        if (System.nanoTime() - dueNanos < 0) {
            return;
        }
        dueNanos = System.nanoTime() + INTERVAL.toNanos();
        try {
            jdbc.update(DELETE, keepSeconds, keepSeconds, MAX_ROWS);
        } catch (DataAccessException e) {
            LOG.debug("Old dead letters could not be removed", e);
        }
    }
}
