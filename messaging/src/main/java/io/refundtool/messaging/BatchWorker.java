package io.refundtool.messaging;

import static io.refundtool.messaging.DatabaseFailure.REFUSED;

import io.refundtool.events.Topic;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands batches to the handler and parts those that the database refuses, until only refused events are left out. */
final class BatchWorker {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);

    private final EventBatchHandler handler;
    private final Topic deadLetterTopic;
    private final ConsumerMetrics metrics;

    BatchWorker(EventBatchHandler handler, Topic deadLetterTopic, ConsumerMetrics metrics) {
        this.handler = handler;
        this.deadLetterTopic = deadLetterTopic;
        this.metrics = metrics;
    }

    /** Goes through all batches; what it throws leaves the batch in hand, and all behind it, to be done. */
    void work(PendingWork pending) {
        while (pending.hasBatch()) {
            List<ReceivedEvent> batch = pending.firstBatch();
            try {
                handler.handle(batch);
                metrics.handled(batch.size());
                pending.firstBatchDone();
            } catch (RuntimeException e) {
                if (DatabaseFailure.of(e).filter(REFUSED::equals).isEmpty()) {
                    throw e;
                }
                refused(batch, e, pending);
            }
        }
    }

    /** Halving finds the refused events of a batch in few transactions and keeps the order of all others. */
    private void refused(List<ReceivedEvent> batch, RuntimeException e, PendingWork pending) {
        if (batch.size() > 1) {
            pending.splitFirstBatch();
            return;
        }
        ReceivedEvent event = batch.getFirst();
        metrics.deadLetter(DeadLetters.REFUSED_BY_DATABASE);
        try (EventLogContext _ = EventLogContext.of(event.envelope())) {
            LOG.warn(
                    "Record {} goes to the dead letters: the database refused it with SQLSTATE {}.",
                    RecordOrigin.of(event.record()),
                    DatabaseFailure.sqlState(e));
        }
        pending.addDeadLetter(
                PendingWork.partitionOf(event),
                DeadLetters.of(
                        deadLetterTopic,
                        event.record(),
                        DeadLetters.REFUSED_BY_DATABASE,
                        DatabaseFailure.message(e),
                        deadLetterTopic.writer()));
        pending.firstBatchDone();
    }
}
