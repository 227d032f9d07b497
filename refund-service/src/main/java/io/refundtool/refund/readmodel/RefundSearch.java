package io.refundtool.refund.readmodel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to search for; null, or an empty list, means any.
 *
 * @param statuses any of these
 * @param code why it was rejected, is on hold or needs clarification
 * @param from the earliest time of the request, inclusive
 * @param to the latest time of the request, exclusive
 * @param after the cursor that the page before ended with
 * @param limit how many refunds a page has at most
 */
public record RefundSearch(
        List<String> statuses,
        @Nullable String code,
        @Nullable String country,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Cursor after,
        int limit) {

    public RefundSearch {
        statuses = List.copyOf(statuses);
    }

    /** The place after a refund in the order of requests. */
    public record Cursor(Instant requestedAt, String orderId, String refundId) {}
}
