package io.refundtool.refund.streams;

import io.refundtool.events.common.Country;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time at which a refund is to be looked at. */
sealed interface Alarm {

    /** In whole milliseconds. */
    Instant at();

    String orderId();

    String refundId();

    /** Something that a refund waits for may be due. */
    record OfRefund(Instant at, String orderId, String refundId) implements Alarm {}

    /**
     * Answers were kept for a refund that is not known, so its request should have come.
     *
     * @param country as the first of the answers has it
     */
    record OfRequest(
            Instant at,
            String orderId,
            String refundId,
            Country country,
            @Nullable String traceparent) implements Alarm {}
}
