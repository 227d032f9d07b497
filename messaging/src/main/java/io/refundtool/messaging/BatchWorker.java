package io.refundtool.messaging;

import io.refundtool.events.Topic;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands batches to the handler and parts those with an event that is refused, until it is alone. Its dead letter is in
 * Kafka, and its order held, before the next event is handled: so no later event of the order can overtake it, and a
 * crash in between only means that it is refused once more.
 */
final class BatchWorker {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);

    private final EventBatchHandler handler;
    private final Topic deadLetterTopic;
    private final DeadLetterWriter deadLetters;
    private final ConsumerMetrics metrics;

    BatchWorker(
            EventBatchHandler handler, Topic deadLetterTopic, DeadLetterWriter deadLetters, ConsumerMetrics metrics) {
        this.handler = handler;
        this.deadLetterTopic = deadLetterTopic;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Goes through all batches; what it throws leaves the batch in hand, and all behind it, to be done. */
    void work(PendingWork pending) {
        settleRefused(pending);
        while (pending.hasBatch()) {
            List<ReceivedEvent> batch = pending.firstBatch();
            try {
                handler.handle(batch);
                metrics.handled(batch.size());
                pending.firstBatchDone();
            } catch (RuntimeException e) {
                refused(batch, Refusal.of(e).orElseThrow(() -> e), pending);
            }
            settleRefused(pending);
        }
    }

    /** Halving finds the refused events of a batch in few transactions and keeps the order of all others. */
    private void refused(List<ReceivedEvent> batch, Refusal refusal, PendingWork pending) {
        if (batch.size() > 1) {
            pending.splitFirstBatch();
            return;
        }
        ReceivedEvent event = batch.getFirst();
        metrics.deadLetter(refusal.cause());
        warn(event, refusal);
        pending.firstBatchRefused(new PendingWork.Refused(
                event,
                DeadLetters.of(
                        deadLetterTopic, event.record(), refusal.cause(), refusal.message(), deadLetterTopic.writer()),
                refusal.holdsItsOrder()));
    }

    private void settleRefused(PendingWork pending) {
        pending.refused().ifPresent(refused -> {
            deadLetters.send(List.of(refused.letter()));
            if (refused.holds()) {
                hold(refused.event());
            }
            pending.refusedDone();
        });
    }

    /** An order id that the database refuses as well can hold nothing, nor be in any row of the service. */
    private void hold(ReceivedEvent event) {
        try {
            handler.waiting().hold(event);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            LOG.warn("The order of {} is not held: {}.", RecordOrigin.of(event.record()), refusal.sqlState());
        }
    }

    static void warn(ReceivedEvent event, Refusal refusal) {
        try (EventLogContext _ = EventLogContext.of(event.envelope())) {
            LOG.warn(
                    "Record {} goes to the dead letters: {} (SQLSTATE {}).",
                    RecordOrigin.of(event.record()),
                    refusal.cause(),
                    refusal.sqlState());
        }
    }
}
