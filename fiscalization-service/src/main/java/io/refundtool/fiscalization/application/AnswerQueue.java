package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.loop.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Collects the answers that arrive within a moment and records them in one transaction. An answer that could not be
 * stored is lost here and comes again by itself: a reply when its lease ends, a callback as a report after silence.
 */
public final class AnswerQueue implements Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerQueue.class);
    private static final int CAPACITY = 2_000;
    private static final int MAX_BATCH = 200;
    private static final Duration LONGEST_WAIT_FOR_ROOM = Duration.ofSeconds(5);
    private static final Duration IDLE_WAIT = Duration.ofMillis(200);

    private final AnswerRecorder recorder;
    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(CAPACITY);
    private volatile boolean open;

    public AnswerQueue(AnswerRecorder recorder) {
        this.recorder = recorder;
    }

    private record Entry(Told told, CompletableFuture<Recorded> result) {}

    /** Completes when the answer is committed; exceptionally if it was not stored. */
    public CompletableFuture<Recorded> submit(Told told) {
        Entry entry = new Entry(told, new CompletableFuture<>());
        if (!offer(entry)) {
            entry.result().completeExceptionally(new IllegalStateException("The queue of answers is full or closed"));
        }
        return entry.result();
    }

    /** As {@link #submit}, for whom it is enough that an answer which is lost comes again. */
    void leave(Told told) {
        if (!offer(new Entry(told, new CompletableFuture<>()))) {
            LOG.warn("An answer found the queue full or closed; it is got again");
        }
    }

    private boolean offer(Entry entry) {
        try {
            return open && queue.offer(entry, LONGEST_WAIT_FOR_ROOM.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void opening() {
        open = true;
    }

    @Override
    public void closing() {
        open = false;
    }

    /** What is queued already is recorded. */
    @Override
    public boolean isDrained() {
        return queue.isEmpty();
    }

    @Override
    public void round() throws InterruptedException {
        Entry first = queue.poll(IDLE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            List<Entry> batch = new ArrayList<>();
            batch.add(first);
            queue.drainTo(batch, MAX_BATCH - 1);
            record(batch);
        }
    }

    private void record(List<Entry> batch) {
        try {
            List<Recorded> results =
                    recorder.record(batch.stream().map(Entry::told).toList());
            IntStream.range(0, batch.size())
                    .forEach(index -> batch.get(index).result().complete(results.get(index)));
        } catch (RuntimeException failure) {
            failed(batch, failure);
        }
    }

    /**
     * A database that is away fails them all; otherwise one of them is to blame, and the others must not suffer. Whoever
     * had to give way to another transaction holds fewer locks with one answer at a time.
     */
    private void failed(List<Entry> batch, RuntimeException failure) {
        boolean separately = batch.size() > 1 && failure instanceof ConcurrencyFailureException;
        if (isAway(failure) && !separately) {
            LOG.warn(
                    "{} answers were not stored: {}",
                    batch.size(),
                    failure.getClass().getSimpleName());
            fail(batch, failure);
        } else if (batch.size() > 1) {
            batch.forEach(entry -> record(List.of(entry)));
        } else {
            LOG.error("An answer cannot be recorded: {}", failure.getClass().getName(), failure);
            fail(batch, failure);
        }
    }

    private static boolean isAway(RuntimeException failure) {
        return failure instanceof TransactionException
                || (failure instanceof DataAccessException && !(failure instanceof DataIntegrityViolationException));
    }

    private static void fail(List<Entry> batch, RuntimeException failure) {
        batch.forEach(entry -> entry.result().completeExceptionally(failure));
    }
}
