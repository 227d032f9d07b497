package io.refundtool.messaging.deadletters;

import org.jspecify.annotations.Nullable;

/**
 * Which letters to list; null means any.
 *
 * @param topic where the record stood
 * @param after the number of the last letter of the page before; 0 for the first page
 * @param limit how many a page has at most
 */
public record LetterQuery(
        @Nullable String cause,
        @Nullable String orderId,
        @Nullable String topic,
        @Nullable LetterState state,
        long after,
        int limit) {}
