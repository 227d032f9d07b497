package io.refundtool.sandbox.run;

import io.refundtool.sandbox.feed.Backpressure;
import io.refundtool.sandbox.feed.Feed;
import io.refundtool.sandbox.feed.FeedRequest;
import io.refundtool.sandbox.system.RefundSystem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Feeds everything a source has and waits until all of it came to an end, or nothing moves any more. */
public final class Run {

    private static final Duration TICK = Duration.ofMillis(100);

    /** How a run ended. */
    public enum End {
        /** Every accepted request came to its end, and nothing is under way that could take it out again. */
        ALL_ENDED,
        /** Some refunds do not move. */
        STALLED,
    }

    private final RefundSystem system;
    private final RunTracker tracker;
    private final Backpressure backpressure;
    private final int lanes;
    private final Duration patience;
    private final Settling settling;

    /**
     * A run of a system that is up.
     *
     * @param lanes how many requests are announced side by side, in batches
     * @param patience how long nothing may move before the run is given up
     */
    public Run(RefundSystem system, RunTracker tracker, Backpressure backpressure, int lanes, Duration patience) {
        this.system = system;
        this.tracker = tracker;
        this.backpressure = backpressure;
        this.lanes = lanes;
        this.patience = patience;
        this.settling = new Settling(system);
    }

    /** What keeps a run that stalled from its end, besides refunds that have not come to theirs. */
    public List<String> underWay() {
        return settling.underWay();
    }

    /**
     * Runs to the end.
     *
     * @param watcher told regularly how far it is
     * @throws IllegalStateException when a lane or a simulator stopped because of a bug
     */
    public End run(RequestSource source, Consumer<RunTracker> watcher) throws InterruptedException {
        try (Feed feed = new Feed(lanes, system.publisher(), backpressure, new Announced(tracker, system.bob()))) {
            Submission submission = new Submission(source, feed);
            Thread submitter = Thread.ofPlatform().name("feed").daemon().start(submission);
            try {
                return watch(submission, feed, watcher);
            } finally {
                submitter.interrupt();
            }
        }
    }

    private End watch(Submission submission, Feed feed, Consumer<RunTracker> watcher) throws InterruptedException {
        long movement = -1;
        long movedAt = System.nanoTime();
        while (!(submission.done && nothingOnItsWay(feed) && settling.settled())) {
            throwFailure(submission, feed);
            if (tracker.movement() != movement || (!submission.done && nothingOnItsWay(feed))) {
                movement = tracker.movement();
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > patience.toNanos()) {
                return End.STALLED;
            }
            watcher.accept(tracker);
            pause();
        }
        throwFailure(submission, feed);
        watcher.accept(tracker);
        return End.ALL_ENDED;
    }

    private boolean nothingOnItsWay(Feed feed) {
        return feed.idle() && tracker.endedCount() == tracker.acceptedCount();
    }

    private void throwFailure(Submission submission, Feed feed) {
        Optional<Throwable> failure =
                Optional.ofNullable(submission.failure).or(feed::failure).or(system::failure);
        if (failure.isPresent()) {
            throw new IllegalStateException("A part of the sandbox stopped: " + failure.get(), failure.get());
        }
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(TICK.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static final class Submission implements Runnable {

        private final RequestSource source;
        private final Feed feed;
        private volatile boolean done;
        private volatile @Nullable Throwable failure;

        Submission(RequestSource source, Feed feed) {
            this.source = source;
            this.feed = feed;
        }

        @Override
        public void run() {
            try {
                for (FeedRequest next = source.next(); next != null; next = source.next()) {
                    feed.submit(next);
                }
                done = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }
}
