// Generated from the specs: change shop/order-placed.v1.yaml, not this file.
package io.refundtool.events.shop;

import io.refundtool.events.EventType;
import io.refundtool.events.checks.Expect;
import io.refundtool.events.checks.NumberLimit;
import io.refundtool.events.checks.TextLimit;
import io.refundtool.events.common.Buyer;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Item;
import io.refundtool.events.common.Kind;
import io.refundtool.events.common.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody ordered something, and since the sentence that says so is meant to be longer than a line of Javadoc may be,
 * it goes on for a while.
 *
 * <p>{@code shop.order-placed.v1} in the topic {@code shop.order.v1}.
 *
 * @param buyer Who ordered, if it is known.
 * @param items What was ordered. 1 to 1,000 of them.
 * @param quantity How many parcels it takes. 1 to 100.
 * @param weight A weight in grams. 0 to 9,223,372,036,854,775,807.
 * @param tags Words to find it by. At most 10.
 * @param counts Pieces in each parcel. At most 100.
 * @param moments When it was looked at before. At most 5.
 * @param kinds The kinds of its parcels. At most 5.
 */
public record OrderPlaced(
        String orderId,
        String refundId,
        Country country,
        Instant placedAt,
        @Nullable Buyer buyer,
        List<Item> items,
        int quantity,
        @Nullable Long weight,
        @Nullable List<String> tags,
        @Nullable List<Integer> counts,
        @Nullable List<Instant> moments,
        @Nullable List<Kind> kinds,
        @Nullable Kind kind,
        @Nullable Instant seenAt)
        implements ShopEvent {

    private static final NumberLimit QUANTITY = new NumberLimit(1, 100);
    private static final TextLimit TAGS = new TextLimit(0, 20, "^[a-z]*$");
    private static final NumberLimit COUNTS = new NumberLimit(1, 1_000);

    public OrderPlaced {
        Limits.ORDER_ID.check("orderId", orderId);
        Limits.REFUND_ID.check("refundId", refundId);
        Expect.present("country", country);
        Expect.time("placedAt", placedAt);
        items = Expect.list("items", items, 1, 1_000);
        QUANTITY.check("quantity", quantity);
        Limits.GRAMS.checkIfPresent("weight", weight);
        tags = Expect.listIfPresent("tags", tags, 0, 10);
        TAGS.checkEach("tags", tags);
        counts = Expect.listIfPresent("counts", counts, 0, 100);
        COUNTS.checkEach("counts", counts);
        moments = Expect.listIfPresent("moments", moments, 0, 5);
        Expect.timeEach("moments", moments);
        kinds = Expect.listIfPresent("kinds", kinds, 0, 5);
        Expect.timeIfPresent("seenAt", seenAt);
    }

    @Override
    public EventType eventType() {
        return EventType.SHOP_ORDER_PLACED_V1;
    }
}
