package io.refundtool.bus.publish;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the producer says about an event, checked.
 *
 * @param eid becomes {@code ce_id}; the same event sent again has the same eid
 * @param occurredAt becomes {@code ce_time}
 * @param flowId the W3C trace context that the event belongs to
 */
record Metadata(String eid, Instant occurredAt, @Nullable String flowId) {}
