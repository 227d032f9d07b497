package io.refundtool.benchmarks.failover;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads an order of every partition all the time, at one instance after the other, as behind a load balancer that goes on to
 * the next instance when one refuses the connection; keeps how long the longest time was in which an order could not be read.
 */
final class Reader implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final List<Instance> instances;
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
        this.instances = instances;
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
        return get(instance, order, "Refund-Asked-As", askedAs)
                .filter(answer -> answer.statusCode() == OK)
                .isPresent();
    }

    private void read() {
        for (int turn = 0; !ended; turn++) {
            for (int partition = 0; partition < Orders.PARTITIONS && !ended; partition++) {
                noted(partition, balanced(turn + partition, orders.get(partition)));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Optional<HttpResponse<Void>> balanced(int first, String order) {
        for (int i = 0; i < instances.size(); i++) {
            Optional<HttpResponse<Void>> answer =
                    get(instances.get((first + i) % instances.size()), order, "Accept", "*/*");
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private synchronized void noted(int partition, Optional<HttpResponse<Void>> answer) {
        long now = System.nanoTime();
        reads++;
        if (answer.isEmpty() || answer.get().statusCode() != OK) {
            failed++;
            worstNanos = Math.max(worstNanos, now - lastReadNanos[partition]);
            return;
        }
        stale +=
                answer.get().headers().firstValue("Refund-Read-From").orElse("").equals("standby") ? 1 : 0;
        worstNanos = Math.max(worstNanos, now - lastReadNanos[partition]);
        lastReadNanos[partition] = now;
    }

    /** Empty when the instance cannot be reached. */
    private Optional<HttpResponse<Void>> get(Instance instance, String order, String header, String value) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + instance.port() + "/api/v1/orders/" + order))
                .timeout(TIMEOUT)
                .header(header, value)
                .build();
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.discarding()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
