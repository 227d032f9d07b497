package io.refundtool.sandbox.run;

import io.refundtool.sandbox.audit.Audit;
import io.refundtool.sandbox.audit.EvidenceCollector;
import io.refundtool.sandbox.audit.Finding;
import io.refundtool.sandbox.audit.RefundServiceClient;
import io.refundtool.sandbox.system.RefundSystem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The audit after a run. A mail about a rejection may still be on its way when the last refund ends, so what is found is
 * looked at again until it is gone or has lasted.
 */
public final class SettledAudit {

    /** Counted, not timed: a machine that sleeps for a minute has not settled by that. */
    static final int MAX_ROUNDS = 20;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private SettledAudit() {}

    /** What disagrees and went on disagreeing. */
    public static List<Finding> of(RefundSystem system, RunTracker tracker) throws InterruptedException {
        return of(system, tracker, MAX_ROUNDS);
    }

    /** As {@link #of(RefundSystem, RunTracker)}, looking so many times at most. */
    public static List<Finding> of(RefundSystem system, RunTracker tracker, int maxRounds) throws InterruptedException {
        try (RefundServiceClient client = new RefundServiceClient(system.refundServices())) {
            EvidenceCollector collector = system.evidence(client);
            List<Finding> findings = Audit.findings(collector.collect(tracker.accepted()));
            for (int round = 1; round < maxRounds && !findings.isEmpty(); round++) {
                LockSupport.parkNanos(PAUSE.toNanos());
                findings = Audit.findings(collector.collect(tracker.accepted()));
            }
            return findings;
        }
    }
}
