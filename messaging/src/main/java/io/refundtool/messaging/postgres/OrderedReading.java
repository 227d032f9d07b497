package io.refundtool.messaging.postgres;

import io.refundtool.messaging.EventBatchHandler;
import io.refundtool.messaging.ReadPositions;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.WaitingEvents;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One reading of events into PostgreSQL that keeps the order of each order's events: while one of them is a dead letter
 * that waits for a decision, the later ones wait behind it, in the same transaction in which they are remembered.
 */
public final class OrderedReading implements EventBatchHandler {

    private final SeenEvents seen;
    private final Consumer<List<ReceivedEvent>> work;
    private final TransactionTemplate transactions;
    private final ParkedEvents parked;
    private final ParkedWaiting waiting;
    private final Optional<ReadPositions> positions;

    /**
     * A reading.
     *
     * @param reader its name among the readings of this database
     * @param work runs in the transaction, only with events that are new and whose order is not held
     */
    public OrderedReading(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactionManager,
            String reader,
            SeenEvents seen,
            Consumer<List<ReceivedEvent>> work) {
        this(jdbc, transactionManager, reader, seen, work, Optional.empty());
    }

    /**
     * A reading that says where it stands.
     *
     * @param positions what {@code seen} stores
     */
    public OrderedReading(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactionManager,
            String reader,
            SeenEvents seen,
            Consumer<List<ReceivedEvent>> work,
            Optional<ReadPositions> positions) {
        this.positions = positions;
        this.seen = seen;
        this.work = work;
        this.transactions = new TransactionTemplate(transactionManager);
        this.parked = new ParkedEvents(jdbc, reader);
        this.waiting = new ParkedWaiting(parked, transactions, seen, work);
    }

    @Override
    public void handle(List<ReceivedEvent> batch) {
        transactions.executeWithoutResult(_ -> {
            List<ReceivedEvent> fresh = seen.fresh(batch);
            List<ReceivedEvent> free = fresh.isEmpty() ? fresh : parked.park(fresh);
            if (!free.isEmpty()) {
                work.accept(free);
            }
        });
    }

    @Override
    public WaitingEvents waiting() {
        return waiting;
    }

    @Override
    public Optional<ReadPositions> positions() {
        return positions;
    }
}
