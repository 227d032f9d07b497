package io.refundtool.messaging.deadletters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/**
 * Tells of dead letters until somebody decides: {@code refundtool.dead.letters.waiting} counts them by cause, {@code
 * refundtool.dead.letters.oldest} is how long the one that waits longest does, in seconds, {@code
 * refundtool.orders.parked} counts orders that wait behind one, and a warning repeats every 5 minutes.
 *
 * <p>Counted in the database, so every instance says the same: take the maximum over instances, not the sum. While
 * PostgreSQL is away nobody knows: the two without a cause have no value then (NaN). What fails is counted in memory
 * where it fails, see {@code refundtool.consumer.dead.letters}.
 */
public final class DeadLetterReport {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterReport.class);
    private static final Duration WARN_EVERY = Duration.ofMinutes(5);

    private static final String WAITING = """
            select cause, count(*), min(last_failed_at) from dead_letter where state = 'waiting' group by cause
            order by cause
            """;

    private static final String PARKED = "select count(*) from parked_order where waits_for is not null";

    private record Waiting(String cause, long letters, Instant since) {}

    private final JdbcTemplate jdbc;
    private final MultiGauge byCause;
    private final Clock clock;
    private volatile double parkedOrders = Double.NaN;
    private volatile @Nullable Instant oldest;
    private Instant warnAfter = Instant.MIN;

    public DeadLetterReport(JdbcTemplate jdbc, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.byCause = MultiGauge.builder("refundtool.dead.letters.waiting")
                .description("Dead letters that wait for a decision")
                .register(meters);
        Gauge.builder("refundtool.dead.letters.oldest", this, DeadLetterReport::oldestSeconds)
                .description("How long the dead letter that waits longest for a decision does")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("refundtool.orders.parked", this, report -> report.parkedOrders)
                .description("Orders of which a dead letter and all later events wait, once for each reading")
                .register(meters);
    }

    /** Counts anew. */
    public void count() {
        try {
            List<Waiting> waiting = jdbc.query(WAITING, DeadLetterReport::waiting);
            Long parked = jdbc.queryForObject(PARKED, Long.class);
            byCause.register(
                    waiting.stream()
                            .map(each -> MultiGauge.Row.of(Tags.of("cause", each.cause()), each.letters()))
                            .toList(),
                    true);
            oldest =
                    waiting.stream().map(Waiting::since).min(Instant::compareTo).orElse(Instant.MAX);
            parkedOrders = parked == null ? 0 : parked;
            warn(waiting);
        } catch (DataAccessException | TransactionException e) {
            oldest = null;
            parkedOrders = Double.NaN;
            LOG.debug("Dead letters could not be counted", e);
        }
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }

    private void warn(List<Waiting> waiting) {
        Instant now = clock.instant();
        if (!waiting.isEmpty() && !now.isBefore(warnAfter)) {
            warnAfter = now.plus(WARN_EVERY);
            LOG.warn(
                    "Dead letters wait for a decision: {}; orders that wait behind one: {}.",
                    waiting.stream()
                            .map(each -> "%d %s since %s".formatted(each.letters(), each.cause(), each.since()))
                            .toList(),
                    (long) parkedOrders);
        }
    }

    private double oldestSeconds() {
        Instant since = oldest;
        if (since == null) {
            return Double.NaN;
        }
        return since.equals(Instant.MAX)
                ? 0
                : Duration.between(since, clock.instant()).toSeconds();
    }
}
