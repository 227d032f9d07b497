package io.refundtool.sandbox.feed;

import org.jspecify.annotations.Nullable;

/**
 * One request of returns.csv in its place of the file.
 *
 * @param amount as the report shows it, such as 27.50; empty when it is not known
 * @param request what will be sent; null when the request is malformed
 */
public record ImportedReturn(
        String refundId,
        String orderId,
        String amount,
        @Nullable FeedRequest request) {}
