package io.refundtool.notifications.application;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the senders of one channel. A ring while all are busy is remembered, so that none is lost; more rings than senders
 * say nothing new.
 */
public final class Doorbell {
    private final Semaphore rings = new Semaphore(0);
    private final int remembered;

    public Doorbell(int senders) {
        this.remembered = senders;
    }

    /** Wakes one sender. */
    public void ring() {
        if (rings.availablePermits() < remembered) {
            rings.release();
        }
    }

    /** Waits for a ring; false when none came in time. */
    boolean await(Duration limit) throws InterruptedException {
        return rings.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
