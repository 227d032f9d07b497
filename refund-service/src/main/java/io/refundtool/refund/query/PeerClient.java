package io.refundtool.refund.query;

import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.Traces;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks other instances by HTTP; may be used by several threads. An instance that could not be reached is not asked again for
 * a moment, so that a dead one costs the time-out of one request and not of each.
 */
public final class PeerClient implements AutoCloseable {

    /** Requests to other instances at once; more are refused, as if the instance were away. */
    private static final int MAX_IN_FLIGHT = 64;

    /** Largest answer; a page of events is as large as its events are. */
    private static final int MAX_ANSWER_BYTES = 32 * 1024 * 1024;

    private final PeerSettings settings;
    private final HttpClient http;
    private final Semaphore inFlight = new Semaphore(MAX_IN_FLIGHT);
    private final Map<Peer, Long> restUntilNanos = new ConcurrentHashMap<>();

    public PeerClient(PeerSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * Asks, and waits as long as the settings say.
     *
     * @throws PeerAwayException when it did not answer, or with 503
     */
    public PeerAnswer get(Peer peer, PeerRequest request, AskedAs askedAs) throws PeerAwayException {
        return get(peer, request, askedAs, settings.readTimeout());
    }

    /**
     * Asks what takes its time.
     *
     * @param timeout for the whole answer
     * @throws PeerAwayException when it did not answer, or with 503
     */
    public PeerAnswer get(Peer peer, PeerRequest request, AskedAs askedAs, Duration timeout) throws PeerAwayException {
        Long until = restUntilNanos.get(peer);
        if (until != null && System.nanoTime() - until < 0) {
            throw new PeerAwayException(peer, "it could not be reached a moment ago", null);
        }
        if (!inFlight.tryAcquire()) {
            throw new PeerAwayException(peer, "%d requests are under way already".formatted(MAX_IN_FLIGHT), null);
        }
        try {
            return send(peer, request, askedAs, timeout);
        } finally {
            inFlight.release();
        }
    }

    private PeerAnswer send(Peer peer, PeerRequest request, AskedAs askedAs, Duration timeout)
            throws PeerAwayException {
        HttpRequest get = HttpRequest.newBuilder(peer.uri(request.pathAndQuery()))
                .header(AskedAs.HEADER, askedAs.word())
                .header(CloudEvents.TRACEPARENT, Traces.childOf(request.traceparent()))
                .build();
        CompletableFuture<HttpResponse<byte[]>> sent =
                http.sendAsync(get, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        try {
            // A request's own time-out ends with the answer's head; this one holds for its body too.
            PeerAnswer answer = new PeerAnswer(peer, sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
            if (answer.isUnavailable()) {
                throw new PeerAwayException(peer, "it cannot tell just now", null);
            }
            restUntilNanos.remove(peer);
            return answer;
        } catch (ExecutionException | TimeoutException e) {
            sent.cancel(true);
            restUntilNanos.put(
                    peer, System.nanoTime() + settings.restAfterFailure().toNanos());
            throw new PeerAwayException(peer, "it cannot be reached: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new PeerAwayException(peer, "the wait was interrupted", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
