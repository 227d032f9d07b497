package io.refundtool.messaging.postgres;

import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.RecordOrigin;
import io.refundtool.messaging.WaitingEvent;
import io.refundtool.messaging.WaitingEvents;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits of one reading, each step a transaction that begins by locking the order. */
final class ParkedWaiting implements WaitingEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedWaiting.class);

    private final ParkedEvents parked;
    private final TransactionTemplate transactions;
    private final SeenEvents seen;
    private final Consumer<List<ReceivedEvent>> work;

    ParkedWaiting(
            ParkedEvents parked,
            TransactionTemplate transactions,
            SeenEvents seen,
            Consumer<List<ReceivedEvent>> work) {
        this.parked = parked;
        this.transactions = transactions;
        this.seen = seen;
        this.work = work;
    }

    @Override
    public void hold(ReceivedEvent refused) {
        transactions.executeWithoutResult(_ -> {
            if (parked.isDecided(refused) || seen.fresh(List.of(refused)).isEmpty()) {
                return;
            }
            if (parked.hold(refused)) {
                LOG.warn(
                        "An order waits behind record {} until something is decided about its dead letter.",
                        RecordOrigin.of(refused.record()));
            }
        });
    }

    @Override
    public Optional<WaitingEvent> next() {
        return parked.next();
    }

    @Override
    public void handle(WaitingEvent waiting, ReceivedEvent event) {
        transactions.executeWithoutResult(_ -> {
            if (parked.lock(waiting.orderId()) && parked.remove(waiting)) {
                if (waiting.seen() || seen.remember(event)) {
                    work.accept(List.of(event));
                }
                parked.advance(waiting.orderId());
            }
        });
    }

    @Override
    public void putAside(WaitingEvent waiting, ReceivedEvent event) {
        transactions.executeWithoutResult(_ -> {
            if (parked.lock(waiting.orderId()) && parked.empty(waiting)) {
                if (!waiting.seen()) {
                    seen.remember(event);
                }
                parked.advance(waiting.orderId());
            }
        });
    }

    @Override
    public void discard(WaitingEvent waiting) {
        transactions.executeWithoutResult(_ -> {
            if (parked.lock(waiting.orderId()) && parked.remove(waiting)) {
                parked.advance(waiting.orderId());
            }
        });
    }
}
