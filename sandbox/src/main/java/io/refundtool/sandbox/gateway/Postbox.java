package io.refundtool.sandbox.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes later what a simulator will say: in the order in which it is due, and what is due at the same time in the
 * order in which it was posted.
 */
public final class Postbox implements AutoCloseable {

    /** More than this at a time is no delay any more but a leak. */
    static final int MAX_PENDING = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    /** What will be said. It is made when it is due, so that it can depend on what has happened until then. */
    @FunctionalInterface
    public interface Letter {
        List<GatewayEvent> write();
    }

    private record Due(long atNanos, long number, Letter letter) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(atNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Due due = (Due) other;
            int byTime = Long.compare(atNanos - due.atNanos, 0);
            return byTime == 0 ? Long.compare(number, due.number) : byTime;
        }
    }

    private final DelayQueue<Due> queue = new DelayQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger pending = new AtomicInteger();
    private final Publisher publisher;
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    public Postbox(Publisher publisher) {
        this.publisher = publisher;
        this.thread = Thread.ofPlatform().name("postbox").daemon().start(this::run);
    }

    /** Publishes the letter after the delay. */
    public void post(Duration delay, Letter letter) {
        if (pending.incrementAndGet() > MAX_PENDING) {
            throw new IllegalStateException("Expected at most " + MAX_PENDING + " letters to wait, but there are more");
        }
        queue.put(new Due(System.nanoTime() + delay.toNanos(), numbers.incrementAndGet(), letter));
    }

    /** How much was posted and is not in the log yet. */
    public int pending() {
        return pending.get();
    }

    /** The bug that stopped it, if one did. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private void run() {
        try {
            while (true) {
                List<Due> due = new ArrayList<>();
                due.add(queue.take());
                queue.drainTo(due, Publisher.MAX_BATCH);
                List<GatewayEvent> events = new ArrayList<>();
                due.forEach(one -> events.addAll(one.letter().write()));
                publisher.publishInOrder(events);
                pending.addAndGet(-due.size());
            }
        } catch (InterruptedException e) {
            LOG.debug("The postbox stops");
        } catch (RuntimeException e) {
            failure = e;
            LOG.error("The postbox stopped", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
