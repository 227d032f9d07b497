package io.refundtool.events;

import io.refundtool.events.common.Country;

/**
 * A fact about a refund.
 *
 * <p>Every implementation is a record made from a spec. Its constructor refuses what the schema refuses, so an event
 * that exists is valid.
 */
public interface Event {

    /** The order, which is the key of every topic. */
    String orderId();

    /** The refund, unique within its order. */
    String refundId();

    /** The country whose BOB asked for the refund. */
    Country country();

    EventType eventType();
}
