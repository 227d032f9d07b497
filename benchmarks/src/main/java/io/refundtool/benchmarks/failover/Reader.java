package io.refundtool.benchmarks.failover;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads an order of every partition all the time, at one instance after the other, as behind a load balancer; keeps how long
 * the longest time was in which an order could not be read.
 */
final class Reader implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final LoadBalancer instances;
    private final List<String> orders;
    private final long[] lastReadNanos = new long[Orders.PARTITIONS];
    private final Thread reading = Thread.ofPlatform().name("reading").unstarted(this::read);
    private volatile boolean ended;
    private long worstNanos;
    private long reads;
    private long failed;
    private long stale;

    /** What became of the reads. */
    record Result(Duration worst, long reads, long failed, long stale) {}

    Reader(List<Instance> instances, List<String> orders) {
        this.instances = new LoadBalancer(instances);
        this.orders = orders;
        reset();
        reading.start();
    }

    synchronized void reset() {
        Arrays.fill(lastReadNanos, System.nanoTime());
        worstNanos = 0;
        reads = 0;
        failed = 0;
        stale = 0;
    }

    synchronized Result result() {
        return new Result(Duration.ofNanos(worstNanos), reads, failed, stale);
    }

    /** An instance's answer in the capacity of owner or standby. */
    boolean has(Instance instance, String order, String askedAs) {
        return instances.has(instance, order, askedAs);
    }

    /** Whether an instance wants to be asked. */
    boolean isReady(Instance instance) {
        return instances.isReady(instance);
    }

    private void read() {
        for (int turn = 0; !ended; turn++) {
            for (int partition = 0; partition < Orders.PARTITIONS && !ended; partition++) {
                noted(partition, instances.read(turn + partition, orders.get(partition)));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private synchronized void noted(int partition, Optional<HttpResponse<Void>> answer) {
        long now = System.nanoTime();
        reads++;
        if (!LoadBalancer.isOk(answer)) {
            failed++;
            worstNanos = Math.max(worstNanos, now - lastReadNanos[partition]);
            return;
        }
        stale += answer.orElseThrow()
                        .headers()
                        .firstValue("Refund-Read-From")
                        .orElse("")
                        .equals("standby")
                ? 1
                : 0;
        worstNanos = Math.max(worstNanos, now - lastReadNanos[partition]);
        lastReadNanos[partition] = now;
    }

    @Override
    public void close() {
        ended = true;
        try {
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        instances.close();
    }
}
