package io.refundtool.notifications.application;

import io.refundtool.messaging.Backoff;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that repeats a step until it is stopped. A database that is away makes it pause and try again; any other
 * failure is a bug that ends the thread and shows in {@link #failure()}.
 */
final class RepeatedStep implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** A sender may be in the middle of a conversation, whose every answer has a time limit of its own. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedStep.class);

    /** What is repeated; it has to pause by itself when there is nothing to do. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    private final Step step;
    private final StopSignal stop;
    private final Thread thread;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private volatile @Nullable Throwable failure;

    RepeatedStep(String name, Step step, StopSignal stop) {
        this.step = step;
        this.stop = stop;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::repeat);
        this.thread.setUncaughtExceptionHandler(this::failed);
    }

    void start() {
        thread.start();
    }

    /** The bug that ended this thread, if one did. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private void repeat() {
        try {
            while (!stop.isGiven()) {
                once();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
        }
    }

    private void once() throws InterruptedException {
        try {
            step.run();
            backoff.succeeded();
        } catch (RuntimeException e) {
            if (!DatabaseAway.isMeantBy(e)) {
                throw e;
            }
            if (!backoff.isFailing()) {
                LOG.warn(
                        "{} pauses, since the database is away: {}",
                        thread.getName(),
                        e.getClass().getSimpleName());
            }
            backoff.failed();
            stop.await(backoff.remaining());
        }
    }

    private void failed(Thread ended, Throwable bug) {
        failure = bug;
        LOG.error("{} ended by a bug and sends nothing more", ended.getName(), bug);
    }

    /** Waits for the step at hand, for which {@link StopSignal} must have been given before. */
    @Override
    public void close() {
        try {
            if (!thread.join(STOP_LIMIT)) {
                LOG.warn(
                        "{} did not end within {}; what it was sending may be sent again",
                        thread.getName(),
                        STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
