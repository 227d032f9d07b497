package io.refundtool.messaging;

import io.refundtool.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets events go on that waited for their turn: one transaction each, in the thread that reads. */
final class WaitingWorker {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingWorker.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** So that the consumer polls again in time, however many wait. */
    private static final int MAX_A_ROUND = 500;

    private final WaitingEvents waiting;
    private final EventDecoder decoder;
    private final Topic deadLetterTopic;
    private final DeadLetterWriter deadLetters;
    private final ConsumerMetrics metrics;
    private long dueNanos = System.nanoTime();

    WaitingWorker(
            WaitingEvents waiting,
            EventDecoder decoder,
            Topic deadLetterTopic,
            DeadLetterWriter deadLetters,
            ConsumerMetrics metrics) {
        this.waiting = waiting;
        this.decoder = decoder;
        this.deadLetterTopic = deadLetterTopic;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Looks once a second; goes on at once while there is more. */
    void workWhenDue() {
        if (System.nanoTime() - dueNanos < 0) {
            return;
        }
        for (int i = 0; i < MAX_A_ROUND; i++) {
            Optional<WaitingEvent> next = waiting.next();
            if (next.isEmpty()) {
                dueNanos = System.nanoTime() + LOOK_EVERY.toNanos();
                return;
            }
            goOn(next.get());
        }
    }

    private void goOn(WaitingEvent next) {
        if (decoder.isOfNoInterest(next.record())) {
            metrics.skipped();
            waiting.discard(next);
            return;
        }
        try {
            handle(next, EventDecoder.read(next.record()));
        } catch (UnreadableEventException e) {
            LOG.warn("Waiting record {} is unreadable: {}.", RecordOrigin.of(next.record()), e.code());
            send(next, e.code().name(), e.getMessage());
            waiting.discard(next);
        }
    }

    private void handle(WaitingEvent next, ReceivedEvent event) {
        try {
            waiting.handle(next, event);
            metrics.handled(1);
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.of(e).orElseThrow(() -> e);
            BatchWorker.warn(event, refusal);
            send(next, refusal.cause(), refusal.message());
            if (refusal.holdsItsOrder()) {
                waiting.putAside(next, event);
            } else {
                waiting.discard(next);
            }
        }
    }

    private void send(WaitingEvent next, String cause, String message) {
        deadLetters.send(
                List.of(DeadLetters.of(deadLetterTopic, next.record(), cause, message, deadLetterTopic.writer())));
        metrics.deadLetter(cause);
    }
}
