package io.refundtool.messaging;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Starts what needs Kafka or PostgreSQL, one after the other, when its web server is up. If one of them is away the rest
 * waits in the background: the service is alive and not ready meanwhile, and goes on by itself.
 *
 * <p>Whatever else goes wrong ends the start: at once if it is seen at once, else by {@link #attend}.
 */
public final class LateStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LateStart.class);

    private static final Duration FINISH_TIMEOUT = Duration.ofSeconds(10);

    private final List<Runnable> steps;
    private final Waiting waiting = new Waiting();
    private final QuietClients clients = new QuietClients();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private int next;
    private volatile @Nullable Throwable failure;
    private volatile boolean complete;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /**
     * A start in steps. One that fails because something is away is repeated; one that succeeded is not.
     *
     * @param first what is done before the parts are started
     * @param parts are started in the order of their phases
     */
    public LateStart(List<Runnable> first, List<? extends LateStarted> parts) {
        this.steps = Stream.concat(
                        first.stream(),
                        parts.stream()
                                .sorted(Comparator.comparingInt(LateStarted::getPhase))
                                .map(part -> (Runnable) part::start))
                .toList();
    }

    /** For the main thread of a service: waits for the end of the start, and ends a service whose start failed. */
    public static void attend(ConfigurableApplicationContext service) {
        LateStart start = service.getBean(LateStart.class);
        try {
            start.over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Throwable cause = start.failure;
        if (cause != null) {
            service.close();
            throw new IllegalStateException("Expected the service to start, but: " + cause.getMessage(), cause);
        }
    }

    /** Returns when all is started, or something is away. */
    @Override
    public void start() {
        running = true;
        clients.begin();
        if (!advance()) {
            thread = Thread.ofVirtual().name("late-start").start(this::keepTrying);
        }
    }

    private void keepTrying() {
        try {
            do {
                if (stopped.await(waiting.pause().toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            } while (!advance());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void failed(Throwable e) {
        if (stopped.getCount() == 0) {
            LOG.debug("The start was interrupted, since the service stops.", e);
            return;
        }
        failure = e;
        LOG.error("The service cannot start: {}", e.getMessage(), e);
        over.countDown();
    }

    private boolean advance() {
        try {
            while (next < steps.size()) {
                steps.get(next).run();
                next++;
                waiting.ends();
            }
        } catch (RuntimeException e) {
            waiting.goesOn(Away.of(e).filter(_ -> stopped.getCount() > 0).orElseThrow(() -> e), e);
            return false;
        }
        clients.end();
        complete = true;
        over.countDown();
        return true;
    }

    /** Whether everything is started. */
    public boolean isComplete() {
        return complete;
    }

    /** What it waits for. */
    public Optional<Away> waitsFor() {
        return waiting.waitsFor();
    }

    /** Why it will never be complete. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void stop() {
        running = false;
        clients.end();
        stopped.countDown();
        over.countDown();
        Thread current = thread;
        if (current != null) {
            current.interrupt();
            Threads.end(current, FINISH_TIMEOUT);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
