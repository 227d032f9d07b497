// Generated from the specs: change shop/order-packed.v1.yaml, not this file.
package io.refundtool.events.shop;

import io.refundtool.events.EventType;
import io.refundtool.events.checks.Expect;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The order is in its parcels.
 *
 * <p>{@code shop.order-packed.v1} in the topic {@code shop.order.v1}.
 */
public record OrderPacked(
        String orderId,
        String refundId,
        Country country,
        Instant placedAt,
        @Nullable Instant seenAt)
        implements ShopEvent {

    public OrderPacked {
        Limits.ORDER_ID.check("orderId", orderId);
        Limits.REFUND_ID.check("refundId", refundId);
        Expect.present("country", country);
        Expect.time("placedAt", placedAt);
        Expect.timeIfPresent("seenAt", seenAt);
    }

    @Override
    public EventType eventType() {
        return EventType.SHOP_ORDER_PACKED_V1;
    }
}
