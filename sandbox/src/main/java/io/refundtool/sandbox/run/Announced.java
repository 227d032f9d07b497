package io.refundtool.sandbox.run;

import io.refundtool.sandbox.bob.BobSimulator;
import io.refundtool.sandbox.feed.FeedListener;
import io.refundtool.sandbox.feed.FeedRequest;
import io.refundtool.sandbox.gateway.GatewayEvent;

/** Tells of a request both who follows it and BOB, who may have more to say of it. */
record Announced(RunTracker tracker, BobSimulator bob) implements FeedListener {

    @Override
    public void accepted(FeedRequest request, GatewayEvent asSent) {
        tracker.accepted(request, asSent);
        bob.asked(request.event(), asSent);
    }

    @Override
    public void refused(FeedRequest request, String reason) {
        tracker.refused(request, reason);
    }
}
