// Generated from the specs: change topics.yaml, not this file.
package io.refundtool.events.shop;

import io.refundtool.events.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the shop tells of orders.
 *
 * <p>The events of the topic {@code shop.order.v1}.
 */
public sealed interface ShopEvent extends Event
        permits OrderPlaced,
                OrderPacked,
                OrderPackedV2 {

    Instant placedAt();

    @Nullable Instant seenAt();
}
