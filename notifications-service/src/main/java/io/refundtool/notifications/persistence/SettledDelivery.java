package io.refundtool.notifications.persistence;

import io.refundtool.events.notifications.NotificationsUpdate;
import io.refundtool.notifications.domain.DeliveryKey;

/**
 * A delivery that came to its end.
 *
 * @param answer what is said of it, with the time at which the customer was told or given up
 */
public record SettledDelivery(DeliveryKey key, NotificationsUpdate answer) {}
