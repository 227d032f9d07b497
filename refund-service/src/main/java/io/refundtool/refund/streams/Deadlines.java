package io.refundtool.refund.streams;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.refund.domain.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a refund which waits has an alarm no later than what is due first. A wait that is due after the alarm
 * needs none of its own: the alarm is set anew when it rings. So a refund that is answered in time sets one alarm and
 * removes it, however often it waited.
 */
final class Deadlines {

    private final DeadlineStore alarms;
    private final DeadlinePolicy policy;

    Deadlines(DeadlineStore alarms, DeadlinePolicy policy) {
        this.alarms = alarms;
        this.policy = policy;
    }

    /**
     * The refund as it is to be stored after an event.
     *
     * @param now by the clock and not of the event: after an outage all events are old, and the answers to them are
     *     about to be read too
     */
    WatchedRefund next(WatchedRefund before, Refund refund, @Nullable String traceparent, Instant now) {
        return alarmed(before.next(refund, policy, now, traceparent));
    }

    /** A refund whose alarm rang and is in the store no more. */
    WatchedRefund rung(WatchedRefund refund, Instant now) {
        return alarmed(refund.withFired(now).withAlarm(null));
    }

    /** Somebody is told if the refund of a kept answer is still unknown after a while. */
    void expectRequest(Envelope<?> early, Instant now) {
        Event event = early.event();
        Duration wait = policy.pace(event.country(), Awaited.REQUEST).duration(1);
        alarms.put(new Alarm.OfRequest(
                now.plus(wait), event.orderId(), event.refundId(), event.country(), early.traceparent()));
    }

    private WatchedRefund alarmed(WatchedRefund watched) {
        Instant set = watched.alarm();
        Optional<Instant> first = watched.first();
        if (set != null && first.isPresent() && !set.isAfter(first.get())) {
            return watched;
        }
        String orderId = watched.refund().asked().orderId();
        String refundId = watched.refund().refundId();
        if (set != null) {
            alarms.remove(set, orderId, refundId);
        }
        first.ifPresent(at -> alarms.put(new Alarm.OfRefund(at, orderId, refundId)));
        return watched.withAlarm(first.orElse(null));
    }
}
