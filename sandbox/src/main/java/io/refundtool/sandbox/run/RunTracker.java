package io.refundtool.sandbox.run;

import io.refundtool.sandbox.bob.RefundCopies;
import io.refundtool.sandbox.bob.RefundCopy;
import io.refundtool.sandbox.feed.Backpressure;
import io.refundtool.sandbox.feed.FeedListener;
import io.refundtool.sandbox.feed.FeedRequest;
import io.refundtool.sandbox.gateway.GatewayEvent;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Follows each request of a run from the events bus to its end in BOB's copy.
 *
 * <p>Both may be told in either order: a refund can be over before the answer to its request arrives. An end can be left
 * again, when money comes back late or an answer comes after all; the last end counts.
 */
public final class RunTracker implements FeedListener {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Backpressure backpressure;
    private final RefundCopies copies = new RefundCopies();
    private final Map<RefundKey, Long> acceptedAtNanos = new ConcurrentHashMap<>();
    private final Map<RefundKey, Long> tookNanos = new ConcurrentHashMap<>();
    private final Set<RefundKey> endedOnce = ConcurrentHashMap.newKeySet();
    private final Map<RefundKey, String> refusals = new ConcurrentHashMap<>();

    public RunTracker(Backpressure backpressure) {
        this.backpressure = backpressure;
        copies.tell((refund, copy, envelope) -> look(refund));
    }

    /** BOB's copies, which this follows. */
    public RefundCopies copies() {
        return copies;
    }

    @Override
    public void accepted(FeedRequest request, GatewayEvent asSent) {
        RefundKey key = key(request);
        acceptedAtNanos.putIfAbsent(key, System.nanoTime());
        look(key);
    }

    @Override
    public void refused(FeedRequest request, String reason) {
        refusals.put(key(request), reason);
        backpressure.leave();
    }

    /** Takes over what BOB's copy says now: the refund came to its end, or left it again. */
    private void look(RefundKey key) {
        Long accepted = acceptedAtNanos.get(key);
        if (accepted == null) {
            return;
        }
        Long took = tookNanos.compute(
                key,
                (refund, earlier) -> copies.of(refund)
                        .map(RefundCopy::endedAtNanos)
                        .map(ended -> Math.max(0, ended - accepted))
                        .orElse(null));
        if (took != null && endedOnce.add(key)) {
            backpressure.leave();
        }
    }

    private static RefundKey key(FeedRequest request) {
        return new RefundKey(request.orderId(), request.refundId());
    }

    /** What the events bus took. */
    public Set<RefundKey> accepted() {
        return Set.copyOf(acceptedAtNanos.keySet());
    }

    int acceptedCount() {
        return acceptedAtNanos.size();
    }

    int endedCount() {
        return tookNanos.size();
    }

    int refusedCount() {
        return refusals.size();
    }

    /** Why the events bus refused the request, if it did. */
    Optional<String> refusal(RefundKey refund) {
        return Optional.ofNullable(refusals.get(refund));
    }

    /** How long it took from the events bus's answer until BOB heard of the end. */
    Optional<Long> tookNanos(RefundKey refund) {
        return Optional.ofNullable(tookNanos.get(refund));
    }

    /** How long each refund took that came to its end. */
    public List<Long> allTookNanos() {
        return new ArrayList<>(tookNanos.values());
    }

    /** The refunds that have not come to their end. */
    public List<RefundKey> unfinished() {
        return acceptedAtNanos.keySet().stream()
                .filter(refund -> !tookNanos.containsKey(refund))
                .sorted()
                .toList();
    }

    /** From the first accepted request to the last end; 0 when nothing ended. */
    public double spanSeconds() {
        return spanNanos() / NANOS_PER_SECOND;
    }

    private long spanNanos() {
        long first = acceptedAtNanos.values().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
        long last = tookNanos.entrySet().stream()
                .mapToLong(entry -> acceptedAtNanos.getOrDefault(entry.getKey(), first) + entry.getValue())
                .max()
                .orElse(first);
        return last - first;
    }

    /** Grows whenever anything moves. */
    long movement() {
        return copies.heardEvents() + acceptedAtNanos.size() + refusals.size();
    }
}
