package io.refundtool.sandbox.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until a service says that it is ready. */
public final class Readiness {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int OK = 200;

    private Readiness() {}

    /**
     * Returns when it is up.
     *
     * @throws UnusableSetupException when it is not up in time
     */
    public static void await(String service, URI base) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        URI uri = base.resolve("/actuator/health");
        try (HttpClient http = HttpClient.newHttpClient()) {
            String last = "nothing";
            while (System.nanoTime() - end < 0) {
                try {
                    HttpResponse<String> response = http.send(
                            HttpRequest.newBuilder(uri).timeout(REQUEST_LIMIT).build(),
                            HttpResponse.BodyHandlers.ofString());
                    if (response.statusCode() == OK) {
                        return;
                    }
                    last = response.body();
                } catch (IOException e) {
                    last = e.toString();
                }
                LockSupport.parkNanos(PAUSE.toNanos());
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            throw new UnusableSetupException(
                    "Expected " + service + " to be up within " + LIMIT.toSeconds() + " s, but it answers: " + last);
        }
    }
}
