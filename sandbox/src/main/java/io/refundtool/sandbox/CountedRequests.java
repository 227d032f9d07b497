package io.refundtool.sandbox;

import io.refundtool.sandbox.feed.FeedRequest;
import io.refundtool.sandbox.run.RequestSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what a source gave, to say at the end what became of it. */
final class CountedRequests implements RequestSource {

    private final RequestSource source;
    private final List<FeedRequest> given = new ArrayList<>();

    CountedRequests(RequestSource source) {
        this.source = source;
    }

    @Override
    public @Nullable FeedRequest next() throws InterruptedException {
        @Nullable FeedRequest next = source.next();
        if (next != null) {
            synchronized (given) {
                given.add(next);
            }
        }
        return next;
    }

    List<FeedRequest> given() {
        synchronized (given) {
            return List.copyOf(given);
        }
    }
}
