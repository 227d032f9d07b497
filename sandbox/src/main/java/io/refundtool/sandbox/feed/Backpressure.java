package io.refundtool.sandbox.feed;

import java.util.concurrent.Semaphore;

/** How many refunds may be on their way at a time: whoever announces one more waits for another's end. */
public final class Backpressure {

    /**
     * Refunds that were announced and have not come to their end. Far more than the machine works on at a time, and few
     * enough that no refund waits long behind others: refund-service takes the oldest event first, so with thousands on
     * their way all of them are paid before the first is fiscalized.
     */
    public static final int MAX_UNFINISHED = 500;

    /** As {@link #MAX_UNFINISHED}, where deadlines are short: what waits in line for a second must not count as silence. */
    public static final int MAX_UNFINISHED_IN_HASTE = 150;

    private final Semaphore room;

    public Backpressure(int maxUnfinished) {
        this.room = new Semaphore(maxUnfinished);
    }

    void enter() throws InterruptedException {
        room.acquire();
    }

    /** A refund came to its end, or was refused. */
    public void leave() {
        room.release();
    }
}
