package io.refundtool.benchmarks.gateway;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Callers of the gateway, each on a thread of its own. */
final class Callers {

    private Callers() {}

    /** Sends that many requests, each caller its next one when it has the answer to the last. */
    static void inTurn(Gateway gateway, List<HttpRequest> requests, int callers, int count) {
        AtomicInteger next = new AtomicInteger();
        run(callers, () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                gateway.publish(requests.get(i % requests.size()));
            }
        });
    }

    /**
     * Sends requests at a steady rate, whether or not those before are answered, and measures each from when it was due.
     *
     * @return nanoseconds of each request, in ascending order
     */
    static long[] atRate(Gateway gateway, List<HttpRequest> requests, int callers, int perSecond, int count) {
        long[] nanos = new long[count];
        long start = System.nanoTime() + Duration.ofMillis(100).toNanos();
        AtomicInteger next = new AtomicInteger();
        run(callers, () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                long due = start + Duration.ofSeconds(1).toNanos() * i / perSecond;
                while (System.nanoTime() - due < 0) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                gateway.publish(requests.get(i % requests.size()));
                nanos[i] = System.nanoTime() - due;
            }
        });
        Arrays.sort(nanos);
        return nanos;
    }

    private interface Caller {

        void call();
    }

    private static void run(int callers, Caller caller) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> caller.call()));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected every request to be answered with 200", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
