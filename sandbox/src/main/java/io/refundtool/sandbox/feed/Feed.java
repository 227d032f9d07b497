package io.refundtool.sandbox.feed;

import io.refundtool.sandbox.gateway.Publisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Announces requests through the events bus: those of one order one after another as they come, those of different
 * orders side by side in several lanes.
 *
 * <p>Requests that nobody can attribute are announced on their own, in lanes of their own: the events bus refuses them,
 * and would refuse a batch together with one.
 *
 * <p>It takes no more refunds on their way at a time than {@link Backpressure} has room for.
 */
public final class Feed implements AutoCloseable {

    /** Lanes at most, of either kind: each is a thread and a connection. */
    public static final int MAX_LANES = 32;

    private final List<Lane> attributed = new ArrayList<>();
    private final List<Lane> unattributed = new ArrayList<>();
    private final Backpressure backpressure;

    public Feed(int laneCount, Publisher publisher, Backpressure backpressure, FeedListener listener) {
        this.backpressure = backpressure;
        if (laneCount < 1 || laneCount > MAX_LANES) {
            throw new IllegalArgumentException(
                    "Expected 1 to " + MAX_LANES + " lanes, but " + laneCount + " are asked for");
        }
        for (int i = 1; i <= laneCount; i++) {
            attributed.add(new Lane("feed-" + i, Publisher.MAX_BATCH, publisher, listener).start());
            unattributed.add(new Lane("feed-without-order-" + i, 1, publisher, listener).start());
        }
    }

    /** Takes the request, waiting while too many are on their way. */
    public void submit(FeedRequest request) throws InterruptedException {
        backpressure.enter();
        List<Lane> lanes = request.attributed() ? attributed : unattributed;
        lanes.get(Math.floorMod(request.laneKey().hashCode(), lanes.size())).submit(request);
    }

    private Stream<Lane> lanes() {
        return Stream.concat(attributed.stream(), unattributed.stream());
    }

    /** Whether everything that was submitted was answered by the events bus. */
    public boolean idle() {
        return lanes().allMatch(Lane::idle);
    }

    /** The bug that stopped a lane, if one did. */
    public Optional<Throwable> failure() {
        return lanes().flatMap(lane -> lane.failure().stream()).findFirst();
    }

    @Override
    public void close() {
        lanes().forEach(Lane::close);
    }
}
