package io.refundtool.refund.scenario;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import java.util.Map;

/** What a scenario is played on: the pure decider, the topology, or the running system. */
public interface Machine {

    /** An event arrives. */
    Reaction happens(String eventId, Event event);

    /**
     * The time passes in which an answer was due.
     *
     * @throws AssertionError when the refund does not wait for it
     */
    Reaction passes(String eventId, Awaited awaited, String refundId);

    /** How every refund of the order stands, by refund id. */
    Map<String, Standing> standings();
}
