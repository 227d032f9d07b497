package io.refundtool.fiscalization.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes a loop when a transaction that gave it work has committed, so that it need not ask the database all the time. */
public final class WakeUp {
    private final Semaphore signals = new Semaphore(0);

    public void now() {
        signals.release();
    }

    /** Inside a transaction: at its commit, and not at all if it is rolled back. */
    public void atCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            now();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                now();
            }
        });
    }

    /** Returns at a signal or after the time, whichever comes first. */
    public void await(Duration atMost) throws InterruptedException {
        if (signals.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }
}
