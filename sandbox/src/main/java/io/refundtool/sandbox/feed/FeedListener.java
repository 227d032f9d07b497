package io.refundtool.sandbox.feed;

import io.refundtool.sandbox.gateway.GatewayEvent;

/** Told what becomes of a request at the events bus; called on the lanes' threads. */
public interface FeedListener {

    /**
     * It is in the log: its refund begins.
     *
     * @param asSent the event as it was announced
     */
    void accepted(FeedRequest request, GatewayEvent asSent);

    /** It will never be in the log, for the reason that the events bus gave. */
    void refused(FeedRequest request, String reason);
}
