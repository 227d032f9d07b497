package io.refundtool.messaging;

import java.time.Duration;

/** Ends a thread that has been told to end. */
public final class Threads {

    private static final Duration INTERRUPTED_TIMEOUT = Duration.ofSeconds(5);

    private Threads() {}

    /** Waits for the thread, and interrupts it when that takes longer than it should. */
    public static void end(Thread thread, Duration timeout) {
        try {
            if (!thread.join(timeout)) {
                thread.interrupt();
                thread.join(INTERRUPTED_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
