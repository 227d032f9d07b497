package io.refundtool.sandbox.run;

import io.refundtool.sandbox.feed.FeedRequest;
import org.jspecify.annotations.Nullable;

/** Where requests come from. */
@FunctionalInterface
public interface RequestSource {

    /** The next request, when it is time for it; null when there are no more. */
    @Nullable
    FeedRequest next() throws InterruptedException;
}
