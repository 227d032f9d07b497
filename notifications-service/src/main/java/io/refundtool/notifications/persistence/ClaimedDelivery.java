package io.refundtool.notifications.persistence;

import io.refundtool.events.common.Channel;
import io.refundtool.notifications.domain.Notice;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this claim alone may send until its lease lapses.
 *
 * @param attempts made on this channel before this one
 * @param age since the delivery was accepted, by the database's clock
 * @param abandoned whether an earlier claim lapsed without an answer: its sender died or hung, and nobody knows whether
 *     the message went out. That attempt is among the counted ones.
 */
public record ClaimedDelivery(
        long id,
        UUID claim,
        Notice notice,
        Channel channel,
        int attempts,
        Duration age,
        @Nullable String traceparent,
        boolean abandoned) {}
