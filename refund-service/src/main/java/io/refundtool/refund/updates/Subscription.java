package io.refundtool.refund.updates;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the reader has told a listener and the listener has not taken yet. */
final class Subscription {

    /** Characters of updates that wait for one listener at most, however few they are. */
    private static final long MAX_WAITING_CHARS = 16L * 1024 * 1024;

    private final UpdateFilter filter;
    private final BlockingQueue<Optional<Told>> queue;
    private final AtomicLong waitingChars = new AtomicLong();
    private final CompletableFuture<Positions> begin = new CompletableFuture<>();
    private volatile @Nullable Ending ending;

    Subscription(UpdateFilter filter, int capacity) {
        this.filter = filter;
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    /** Where the first update that it is told stands in the topic, once the reader knows it. */
    CompletableFuture<Positions> begin() {
        return begin;
    }

    /** Hands it an update, or ends it when there is no room. */
    void tell(Told told) {
        if (ending != null || !filter.wants(told.update())) {
            return;
        }
        boolean fits = waitingChars.addAndGet(told.json().length()) <= MAX_WAITING_CHARS;
        if (!fits || !queue.offer(Optional.of(told))) {
            end(Ending.TOO_SLOW);
        }
    }

    /** What waits is told nevertheless, so that the last event id is as late as it can be. */
    void end(Ending why) {
        if (ending == null) {
            ending = why;
            // Wakes a listener that waits; where there is no room for it, nobody waits.
            boolean _ = queue.offer(Optional.empty());
        }
        begin.completeExceptionally(new IllegalStateException(why.sentence()));
    }

    /** The next update; empty when there was none for a while, or when it has ended. */
    Optional<Told> next(Duration wait) throws InterruptedException {
        Optional<Told> next = ending == null ? queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS) : queue.poll();
        if (next == null) {
            return Optional.empty();
        }
        next.ifPresent(told -> waitingChars.addAndGet(-told.json().length()));
        return next;
    }

    /** Why there will be no more than what waits already. */
    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }
}
