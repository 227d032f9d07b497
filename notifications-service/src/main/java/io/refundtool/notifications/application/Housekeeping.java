package io.refundtool.notifications.application;

import io.refundtool.notifications.persistence.AnsweredDelivery;
import io.refundtool.notifications.persistence.ClaimedDelivery;
import io.refundtool.notifications.persistence.DeliveryClaims;
import io.refundtool.notifications.persistence.DeliveryLog;
import java.time.Duration;
import java.util.List;

/**
 * Gives up deliveries that wait for too long, also those that nobody could try because the provider is away, and removes
 * old ones from the log.
 */
public final class Housekeeping {
    private static final int AT_ONCE = 100;
    private static final int REMOVED_AT_ONCE = 1_000;
    /** Long enough to record a slice, short enough that another instance takes over soon. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final DeliveryClaims claims;
    private final DeliveryLog log;
    private final Attempt attempt;
    private final AnswerRecorder recorder;
    private final Duration giveUpAfter;
    private final int keepDays;

    public Housekeeping(
            DeliveryClaims claims,
            DeliveryLog log,
            Attempt attempt,
            AnswerRecorder recorder,
            Duration giveUpAfter,
            int keepDays) {
        this.claims = claims;
        this.log = log;
        this.attempt = attempt;
        this.recorder = recorder;
        this.giveUpAfter = giveUpAfter;
        this.keepDays = keepDays;
    }

    /** Does a slice of the work; true when there may be more. */
    boolean run() {
        List<ClaimedDelivery> overdue = claims.claimOverdue(giveUpAfter, AT_ONCE, LEASE);
        List<AnsweredDelivery> givenUp = overdue.stream().map(attempt::tooOld).toList();
        recorder.record(givenUp);
        int removed = log.removeSettled(keepDays, REMOVED_AT_ONCE);
        return overdue.size() == AT_ONCE || removed == REMOVED_AT_ONCE;
    }
}
