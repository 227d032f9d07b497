package io.refundtool.refund.updates;

import io.refundtool.events.refund.RefundUpdate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which updates a listener wants.
 *
 * @param statuses by their words; none means all
 */
public record UpdateFilter(
        Set<String> statuses,
        @Nullable String country,
        @Nullable String orderId) {

    boolean wants(RefundUpdate update) {
        return (statuses.isEmpty() || statuses.contains(update.refund().status().wire()))
                && (country == null || country.equals(update.country().wire()))
                && (orderId == null || orderId.equals(update.orderId()));
    }
}
