package io.refundtool.notifications.persistence;

import io.refundtool.events.Envelope;
import io.refundtool.notifications.domain.DeliveryKey;
import io.refundtool.notifications.domain.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to be entered into the log.
 *
 * @param cause the event that asks for it; kept while the delivery waits, since the message is written from it
 * @param recipient whom it waits to be sent to; null when no channel reaches the customer
 * @param reason why it is given up at once; null when it waits
 */
public record NewDelivery(
        DeliveryKey key,
        Envelope<?> cause,
        @Nullable Recipient recipient,
        @Nullable String reason) {}
