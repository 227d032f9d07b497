package io.refundtool.sandbox.run;

import io.refundtool.sandbox.feed.Catalogue;
import io.refundtool.sandbox.feed.FeedRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The catalogue's requests, so many a second and so many in all. */
public final class PacedCatalogue implements RequestSource {

    private final Catalogue catalogue;
    private final long pauseNanos;
    private final int count;
    private int made;
    private long nextAtNanos = System.nanoTime();

    public PacedCatalogue(Catalogue catalogue, double perSecond, int count) {
        this.catalogue = catalogue;
        this.pauseNanos = Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond);
        this.count = count;
    }

    @Override
    public @Nullable FeedRequest next() throws InterruptedException {
        if (made >= count) {
            return null;
        }
        while (System.nanoTime() - nextAtNanos < 0) {
            LockSupport.parkNanos(nextAtNanos - System.nanoTime());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        nextAtNanos += pauseNanos;
        made++;
        return catalogue.next(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
