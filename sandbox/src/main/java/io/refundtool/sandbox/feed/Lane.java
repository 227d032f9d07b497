package io.refundtool.sandbox.feed;

import io.refundtool.events.EventType;
import io.refundtool.messaging.Traces;
import io.refundtool.sandbox.gateway.GatewayEvent;
import io.refundtool.sandbox.gateway.Publisher;
import io.refundtool.sandbox.gateway.Sender;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces what it is given in that order, in batches of what is there; a batch at a time. */
final class Lane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int CAPACITY = 2 * Publisher.MAX_BATCH;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final BlockingQueue<FeedRequest> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicInteger unanswered = new AtomicInteger();
    private final int maxBatch;
    private final Publisher publisher;
    private final FeedListener listener;
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    /** A lane that takes at most so many requests at a time. */
    Lane(String name, int maxBatch, Publisher publisher, FeedListener listener) {
        this.maxBatch = maxBatch;
        this.publisher = publisher;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    Lane start() {
        thread.start();
        return this;
    }

    void submit(FeedRequest request) throws InterruptedException {
        unanswered.incrementAndGet();
        queue.put(request);
    }

    boolean idle() {
        return unanswered.get() == 0;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private void run() {
        try {
            while (true) {
                List<FeedRequest> taken = new ArrayList<>();
                taken.add(queue.take());
                queue.drainTo(taken, maxBatch - 1);
                publish(taken);
                unanswered.addAndGet(-taken.size());
            }
        } catch (InterruptedException e) {
            LOG.debug("{} stops", thread.getName());
        } catch (RuntimeException e) {
            failure = e;
            LOG.error("{} stopped", thread.getName(), e);
        }
    }

    private void publish(List<FeedRequest> requests) throws InterruptedException {
        Map<GatewayEvent, FeedRequest> sent = new LinkedHashMap<>();
        List<GatewayEvent> batch = new ArrayList<>();
        int bytes = 0;
        for (FeedRequest request : requests) {
            GatewayEvent event = event(request);
            if (bytes + event.data().length > Publisher.MAX_BATCH_BYTES && !batch.isEmpty()) {
                tell(sent, publisher.publish(batch));
                sent.clear();
                batch.clear();
                bytes = 0;
            }
            sent.put(event, request);
            batch.add(event);
            bytes += event.data().length;
        }
        tell(sent, publisher.publish(batch));
    }

    private void tell(Map<GatewayEvent, FeedRequest> sent, Map<String, String> refused) {
        sent.forEach((event, request) -> {
            @Nullable String reason = refused.get(event.eid());
            if (reason == null) {
                listener.accepted(request, event);
            } else {
                listener.refused(request, reason);
            }
        });
    }

    private static GatewayEvent event(FeedRequest request) {
        return new GatewayEvent(
                EventType.BOB_REFUND_REQUESTED_V1,
                Sender.of(EventType.BOB_REFUND_REQUESTED_V1, request.event().country()),
                request.eid(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                Traces.newTraceparent(),
                request.data());
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
