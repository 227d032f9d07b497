package io.refundtool.fiscalization.kafka;

import io.refundtool.fiscalization.application.KnownOutcomes;
import io.refundtool.fiscalization.application.Phases;
import io.refundtool.messaging.LateStarted;
import io.refundtool.messaging.postgres.LostDatabase;

/** Brings a ledger forward that is lost or comes from a backup, before anything is sent to ATOL Online. */
public final class LedgerRecovery implements LateStarted {
    private final LostDatabase database;
    private final KnownOutcomes outcomes;
    private volatile boolean running;

    public LedgerRecovery(LostDatabase database, KnownOutcomes outcomes) {
        this.database = database;
        this.outcomes = outcomes;
    }

    @Override
    public void start() {
        database.recover(outcomes::remember);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Phases.RECOVERY;
    }
}
