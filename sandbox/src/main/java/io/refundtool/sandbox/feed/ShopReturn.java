package io.refundtool.sandbox.feed;

import io.refundtool.events.common.Country;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a refund as the shop exported it: all rows of one refund id.
 *
 * @param line the line of its first row
 * @param orderId empty when nobody knows the order
 * @param customerId empty when the shop knows none
 * @param malformed why it cannot be sent, if it cannot
 */
record ShopReturn(
        long line,
        String refundId,
        Instant requestedAt,
        String orderId,
        Country country,
        String customerId,
        List<Line> lines,
        @Nullable String malformed) {

    /** One row of it; the amount is in units of the order's currency. */
    record Line(long row, String lineId, String sku, int quantity, BigDecimal amount) {}

    BigDecimal amount() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
