package io.refundtool.sandbox.atol;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the shop that a receipt is printed, once and without insisting: whoever misses it asks for the report.
 */
final class Callbacks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final int MAX_AT_ONCE = 64;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final AtomicInteger pending = new AtomicInteger();
    private final Semaphore atOnce = new Semaphore(MAX_AT_ONCE);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("atol-callbacks").daemon().factory());

    /**
     * Tells it after the delay.
     *
     * @param body made when it is told
     */
    void tell(String url, Duration delay, Supplier<byte[]> body) {
        pending.incrementAndGet();
        // A millisecond more, so that the result is there whatever the clock's steps are.
        var _ = timer.schedule(() -> send(url, body.get()), delay.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    /** How many have not been told yet. */
    int pending() {
        return pending.get();
    }

    private void send(String url, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json; charset=utf-8")
                .timeout(LIMIT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        atOnce.acquireUninterruptibly();
        var _ = http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            atOnce.release();
            pending.decrementAndGet();
            if (failure != null || answer.statusCode() >= 300) {
                LOG.info("A callback was not taken: {}", failure == null ? answer.statusCode() : failure.toString());
            }
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
        http.shutdownNow();
    }
}
