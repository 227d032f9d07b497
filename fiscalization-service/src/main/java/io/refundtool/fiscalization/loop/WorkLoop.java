package io.refundtool.fiscalization.loop;

import io.refundtool.messaging.LateStarted;
import io.refundtool.messaging.Threads;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats rounds on a thread of its own while the service runs. A bug ends it, and is kept for the health check. */
public final class WorkLoop implements LateStarted {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final String name;
    private final int phase;
    private final Rounds rounds;
    private volatile boolean running;
    private volatile @Nullable Throwable failure;
    private @Nullable Thread thread;

    /**
     * A loop.
     *
     * @param phase when it starts, and backwards stops, among all that the service runs
     */
    public WorkLoop(String name, int phase, Rounds rounds) {
        this.name = name;
        this.phase = phase;
        this.rounds = rounds;
    }

    @Override
    public synchronized void start() {
        rounds.opening();
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        rounds.closing();
        if (thread != null) {
            Threads.end(thread, STOP_WAIT);
        }
        try {
            rounds.closed();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    /** The bug that ended it. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private void run() {
        try {
            while (running || !rounds.isDrained()) {
                rounds.round();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error bug) {
            failure = bug;
            LOG.error("{} has ended because of a bug", name, bug);
        }
    }
}
