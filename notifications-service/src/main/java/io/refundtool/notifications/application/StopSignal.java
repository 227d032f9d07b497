package io.refundtool.notifications.application;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells threads to end, and ends their pauses. */
final class StopSignal {
    private final CountDownLatch latch = new CountDownLatch(1);

    void give() {
        latch.countDown();
    }

    boolean isGiven() {
        return latch.getCount() == 0;
    }

    /** Pauses, but not beyond the signal; returns whether it was given. */
    boolean await(Duration pause) throws InterruptedException {
        return latch.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }
}
