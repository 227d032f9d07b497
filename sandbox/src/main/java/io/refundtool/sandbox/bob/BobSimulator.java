package io.refundtool.sandbox.bob;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.bob.RefundCancellationRequested;
import io.refundtool.events.bob.RefundClarified;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutKind;
import io.refundtool.events.refund.ClarificationNeeded;
import io.refundtool.messaging.Traces;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.gateway.GatewayEvent;
import io.refundtool.sandbox.gateway.Postbox;
import io.refundtool.sandbox.topic.RefundKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What BOB says of a refund after it has asked for it: where the money shall go instead, when it is asked, and whatever
 * faults make it say.
 */
public final class BobSimulator implements RefundCopies.Listener {

    private final Postbox postbox;
    private final BobConduct conduct;
    private final Clock clock;

    public BobSimulator(Postbox postbox, FaultPlan faults, Clock clock) {
        this.postbox = postbox;
        this.conduct = new BobConduct(faults);
        this.clock = clock;
    }

    /** A request is in the log. */
    public void asked(RefundRequested request, GatewayEvent asSent) {
        RefundKey refund = RefundKey.of(request);
        conduct.cancellation(refund)
                .ifPresent(after -> cancel(request, after, "asked", Traces.childOf(asSent.traceparent())));
        conduct.duplicate(refund).ifPresent(after -> postbox.post(after, () -> List.of(duplicate(refund, asSent))));
    }

    private GatewayEvent duplicate(RefundKey refund, GatewayEvent sent) {
        String eid = conduct.duplicateHasSameId(refund) ? sent.eid() : eid(refund + " again");
        return new GatewayEvent(sent.type(), sent.sender(), eid, sent.occurredAt(), sent.traceparent(), sent.data());
    }

    @Override
    public void heard(RefundKey refund, RefundCopy copy, Envelope<?> envelope) {
        if (envelope.event() instanceof ClarificationNeeded needed) {
            int time = copy.heard(needed.eventType().wireName());
            String traceparent = Traces.childOf(envelope.traceparent());
            switch (conduct.clarification(refund, time)) {
                case CLARIFIES -> clarify(needed, Duration.ZERO, time, traceparent);
                case CLARIFIES_LATE -> clarify(needed, conduct.lateness(refund, time), time, traceparent);
                case CANCELS -> cancel(needed, Duration.ZERO, "clarification " + time, traceparent);
                case SAYS_NOTHING -> {
                    // The customer cannot be reached.
                }
            }
        }
    }

    private void clarify(Event refund, Duration after, int time, String traceparent) {
        postbox.post(after, () -> {
            Instant now = now();
            RefundClarified clarified = new RefundClarified(
                    refund.orderId(),
                    refund.refundId(),
                    refund.country(),
                    now,
                    new Payout(PayoutKind.BANK_ACCOUNT, "account-" + time));
            return List.of(
                    GatewayEvent.of(clarified, eid(RefundKey.of(refund) + " clarified " + time), now, traceparent));
        });
    }

    private void cancel(Event refund, Duration after, String when, String traceparent) {
        postbox.post(after, () -> {
            Instant now = now();
            RefundCancellationRequested cancelled = new RefundCancellationRequested(
                    refund.orderId(), refund.refundId(), refund.country(), now, "The customer keeps the goods");
            return List.of(
                    GatewayEvent.of(cancelled, eid(RefundKey.of(refund) + " cancelled " + when), now, traceparent));
        });
    }

    private static String eid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
