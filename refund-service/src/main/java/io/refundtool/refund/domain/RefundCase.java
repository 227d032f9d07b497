package io.refundtool.refund.domain;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.RefundedLine;
import io.refundtool.events.common.RequestedLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for: the part of a refund that no later event changes.
 *
 * @param amountMinor the sum over the requested lines, in minor units; not positive only in a rejected refund
 * @param requested the lines as BOB asked for them
 * @param lines those of them that the order knows, with what a receipt says of them
 */
public record RefundCase(
        String orderId,
        String refundId,
        Country country,
        CurrencyCode currency,
        Customer customer,
        Instant orderedAt,
        Instant requestedAt,
        long amountMinor,
        List<RequestedLine> requested,
        List<RefundedLine> lines,
        Payout payout,
        @Nullable Payout alternativePayout) {

    public RefundCase {
        requested = List.copyOf(requested);
        lines = List.copyOf(lines);
    }
}
