package io.refundtool.bus.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the producer says about an event, checked.
 *
 * @param id becomes {@code ce_id}; the same event sent again has the same id
 * @param source becomes {@code ce_source}: the system whose fact it is, or a part of that system
 * @param occurredAt becomes {@code ce_time}
 * @param flowId the W3C trace context that the event belongs to
 * @param said what else the producer says that must agree with the event itself
 */
record Metadata(
        String id,
        String source,
        Instant occurredAt,
        @Nullable String flowId,
        Said said) {

    /**
     * What is said twice, in the data and beside it; null where it is said once.
     *
     * @param subject must be the refund id
     * @param partitionKey must be the order id
     * @param country must be the event's country
     */
    record Said(
            @Nullable String subject,
            @Nullable String partitionKey,
            @Nullable String country) {

        static final Said NOTHING = new Said(null, null, null);
    }
}
