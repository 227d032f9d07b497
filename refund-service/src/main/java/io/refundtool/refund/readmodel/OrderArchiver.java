package io.refundtool.refund.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.Envelope;
import io.refundtool.events.archive.OrderArchived;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.Delivery;
import io.refundtool.messaging.EventLog;
import io.refundtool.refund.readmodel.FinishedOrders.Finished;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of orders whose refunds came to their end long ago, so that the state machine forgets them: a batch at a time, one
 * instance at a time. What is told is marked when Kafka has it, so an order may be told twice, under the same id; the second
 * time changes nothing. While PostgreSQL is away nothing is archived, and the gauge has no value (NaN).
 */
public final class OrderArchiver {

    /** What an event holds; an order with more refunds stays in the stores. */
    static final int MAX_REFUNDS = 1_000;

    private static final String SOURCE = "/refund-service";
    private static final Logger LOG = LoggerFactory.getLogger(OrderArchiver.class);

    private final FinishedOrders orders;
    private final TransactionTemplate transactions;
    private final EventLog log;
    private final Duration after;
    private final int batch;
    private final Clock clock;
    private final Counter told;
    private volatile double oldestSeconds = Double.NaN;

    /**
     * An archiver.
     *
     * @param after how long an order rests before it is archived
     * @param batch how many orders are told at once
     */
    public OrderArchiver(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventLog log,
            Duration after,
            int batch,
            MeterRegistry meters,
            Clock clock) {
        this.orders = new FinishedOrders(jdbc);
        this.transactions = new TransactionTemplate(transactions);
        this.log = log;
        this.after = after;
        this.batch = batch;
        this.clock = clock;
        this.told = Counter.builder("refundtool.archive.told")
                .description("Orders that were told to be archived")
                .register(meters);
        Gauge.builder("refundtool.archive.oldest", this, archiver -> archiver.oldestSeconds)
                .description("How long the refund that is longest at its end, and not archived, is")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Archives what is due now, a batch at most. */
    public void archive() {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            transactions.executeWithoutResult(_ -> {
                if (orders.lock()) {
                    tell(orders.atRestSince(now.minus(after), batch), now);
                }
            });
            oldestSeconds = orders.oldest()
                    .map(since -> (double) Duration.between(since, now).toSeconds())
                    .orElse(0.0);
        } catch (DataAccessException | TransactionException e) {
            oldestSeconds = Double.NaN;
            LOG.debug("Nothing is archived while PostgreSQL is away", e);
        }
    }

    private void tell(List<Finished> finished, Instant now) {
        List<Delivery> deliveries = log.write(finished.stream()
                .map(each -> CloudEvents.toRecord(envelope(each.order(), now)))
                .toList());
        List<Finished> acknowledged = new ArrayList<>();
        for (int i = 0; i < finished.size(); i++) {
            if (deliveries.get(i) instanceof Delivery.Acknowledged) {
                acknowledged.add(finished.get(i));
            }
        }
        if (acknowledged.size() < finished.size()) {
            LOG.warn("Kafka took {} of {} orders to archive; the rest follows", acknowledged.size(), finished.size());
        }
        orders.mark(acknowledged);
        told.increment(acknowledged.size());
    }

    /** The same order at the same rest has the same id. */
    private static Envelope<OrderArchived> envelope(OrderArchived order, Instant now) {
        String name = "archived\n" + order.orderId() + "\n" + order.lastUpdateId();
        String id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
        return new Envelope<>(id, SOURCE, now, null, order);
    }
}
