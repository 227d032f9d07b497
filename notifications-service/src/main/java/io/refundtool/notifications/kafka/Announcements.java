package io.refundtool.notifications.kafka;

import io.refundtool.events.Envelope;
import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Country;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.events.notifications.NotificationFailed;
import io.refundtool.events.notifications.NotificationsUpdate;
import io.refundtool.messaging.Traces;
import io.refundtool.notifications.domain.DeliveryKey;
import io.refundtool.notifications.domain.StableIds;
import io.refundtool.notifications.persistence.NewDelivery;
import io.refundtool.notifications.persistence.SettledDelivery;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the event that tells how a delivery ended. Its id depends on the delivery and on what asked
 * for it, never on the moment. */
public final class Announcements {
    private static final String SOURCE = "/notifications-service";

    private final Clock clock;

    public Announcements(Clock clock) {
        this.clock = clock;
    }

    /** The customer was told. */
    public Envelope<NotificationsUpdate> told(
            DeliveryKey key,
            Country country,
            Channel channel,
            String messageId,
            Instant at,
            @Nullable String traceparent) {
        return envelope(
                key,
                at,
                traceparent,
                new CustomerNotified(key.orderId(), key.refundId(), country, key.status(), channel, messageId, at));
    }

    /** The customer could not be told. */
    public Envelope<NotificationsUpdate> failed(
            DeliveryKey key, Country country, String reason, Instant at, @Nullable String traceparent) {
        return envelope(
                key,
                at,
                traceparent,
                new NotificationFailed(key.orderId(), key.refundId(), country, key.status(), reason, at));
    }

    /** The customer has no address on any channel, so nothing was tried. */
    public Envelope<NotificationsUpdate> unreachable(NewDelivery delivery) {
        return failed(
                delivery.key(),
                delivery.cause().event().country(),
                Objects.requireNonNull(delivery.reason(), "a delivery that was given up has a reason"),
                clock.instant(),
                delivery.cause().traceparent());
    }

    /** The same answer once more, to another event that announced the same status. */
    public Envelope<NotificationsUpdate> again(SettledDelivery settled, Envelope<?> announcement) {
        String id = StableIds.eventId(settled.key(), announcement.id());
        String traceparent = Traces.childOf(announcement.traceparent(), id);
        return new Envelope<>(id, SOURCE, clock.instant(), traceparent, settled.answer());
    }

    private static Envelope<NotificationsUpdate> envelope(
            DeliveryKey key, Instant at, @Nullable String traceparent, NotificationsUpdate event) {
        String id = StableIds.eventId(key);
        return new Envelope<>(id, SOURCE, at, Traces.childOf(traceparent, id), event);
    }
}
