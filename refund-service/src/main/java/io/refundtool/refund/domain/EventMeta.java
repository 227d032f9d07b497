package io.refundtool.refund.domain;

import java.time.Instant;

/**
 * What the envelope says of an event.
 *
 * @param id unique for the event's writer; the same id again is the same event
 * @param type the event type's name, such as {@code payment.money-refunded.v1}
 * @param time when the writer says it happened; the only clock that the state machine has
 */
public record EventMeta(String id, String type, Instant time) {}
