package io.refundtool.notifications.application;

import io.refundtool.events.common.Channel;
import io.refundtool.notifications.channel.ProviderAwayException;
import io.refundtool.notifications.channel.ProviderLine;
import io.refundtool.notifications.persistence.AnsweredDelivery;
import io.refundtool.notifications.persistence.ClaimedDelivery;
import io.refundtool.notifications.persistence.DeliveryClaims;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of a sender: claims what is due, sends it over one line, records the answers while it goes on, and gives back
 * what it did not get to. Belongs to one thread.
 */
final class SendingRound {
    /** So many answers, or those of so long a time, are recorded at once: what a crash may cause to be sent again. */
    private static final int RECORD_AT_ONCE = 25;

    private static final Duration RECORD_WITHIN = Duration.ofMillis(50);
    private static final Duration RECORD_AGAIN_AFTER = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(SendingRound.class);

    private final Channel channel;
    private final SendingLimits limits;
    private final DeliveryClaims claims;
    private final Attempt attempt;
    private final AnswerRecorder recorder;
    private final StopSignal stop;
    private final List<AnsweredDelivery> unrecorded = new ArrayList<>(RECORD_AT_ONCE);
    private long recordByNanos;

    SendingRound(
            Channel channel,
            SendingLimits limits,
            DeliveryClaims claims,
            Attempt attempt,
            AnswerRecorder recorder,
            StopSignal stop) {
        this.channel = channel;
        this.limits = limits;
        this.claims = claims;
        this.attempt = attempt;
        this.recorder = recorder;
        this.stop = stop;
    }

    /**
     * Sends what is due.
     *
     * @param more called before sending when there may be work for another sender
     * @return whether anything was due
     */
    boolean run(ProviderLine line, Runnable more) throws ProviderAwayException, InterruptedException {
        long beginUntilNanos = System.nanoTime() + limits.lease().dividedBy(2).toNanos();
        Deque<ClaimedDelivery> unsent = new ArrayDeque<>(claims.claimDue(channel, limits.batch(), limits.lease()));
        boolean anything = !unsent.isEmpty();
        if (unsent.size() == limits.batch()) {
            more.run();
        }
        try {
            while (!unsent.isEmpty() && !stop.isGiven() && System.nanoTime() - beginUntilNanos < 0) {
                send(unsent.getFirst(), line);
                unsent.removeFirst();
                recordWhenDue();
            }
        } finally {
            record();
            claims.release(List.copyOf(unsent));
        }
        return anything;
    }

    private void send(ClaimedDelivery delivery, ProviderLine line) throws ProviderAwayException {
        try (DeliveryLogContext _ = DeliveryLogContext.of(delivery)) {
            AnsweredDelivery answered = attempt.make(delivery, line);
            if (unrecorded.isEmpty()) {
                recordByNanos = System.nanoTime() + RECORD_WITHIN.toNanos();
            }
            unrecorded.add(answered);
        }
    }

    private void recordWhenDue() throws InterruptedException {
        if (unrecorded.size() >= RECORD_AT_ONCE || System.nanoTime() - recordByNanos >= 0) {
            record();
        }
    }

    /** Holds on to the answers while the database is away, since forgetting them would mean to send again. */
    private void record() throws InterruptedException {
        boolean waiting = false;
        while (!unrecorded.isEmpty()) {
            try {
                recorder.record(unrecorded);
                unrecorded.clear();
            } catch (RuntimeException e) {
                if (!DatabaseAway.isMeantBy(e) || stop.isGiven()) {
                    throw e;
                }
                if (!waiting) {
                    LOG.warn("{} answers wait, since the database is away", unrecorded.size());
                    waiting = true;
                }
                stop.await(RECORD_AGAIN_AFTER);
            }
        }
    }
}
