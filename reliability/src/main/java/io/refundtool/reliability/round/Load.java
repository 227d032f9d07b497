package io.refundtool.reliability.round;

import io.refundtool.sandbox.feed.FeedRequest;
import io.refundtool.sandbox.run.RequestSource;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A round's requests, so many a second, until it is told to stop. */
final class Load implements RequestSource {

    private final Requests.Next requests;
    private final long pauseNanos;
    private final Flow flow;
    private long nextAtNanos = System.nanoTime();
    private int given;
    private boolean stopped;

    Load(Requests.Next requests, double perSecond, Flow flow) {
        this.requests = requests;
        this.pauseNanos = Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
        this.flow = flow;
    }

    /** What was late is not caught up with: whoever waited for the gateway waited. */
    @Override
    public synchronized @Nullable FeedRequest next() throws InterruptedException {
        nextAtNanos = Math.max(nextAtNanos + pauseNanos, System.nanoTime());
        while (!stopped && System.nanoTime() - nextAtNanos < 0) {
            TimeUnit.NANOSECONDS.timedWait(this, nextAtNanos - System.nanoTime());
        }
        if (stopped) {
            return null;
        }
        given++;
        FeedRequest next = requests.next();
        flow.requested(new RefundKey(next.orderId(), next.refundId()));
        return next;
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized int given() {
        return given;
    }
}
