package io.refundtool.bus.registry;

import io.refundtool.events.EventType;
import java.util.List;

/** What became of the search for an event type by name. */
public sealed interface Lookup {

    /** The gateway writes it. */
    record Publishable(PublishableType type) implements Lookup {}

    /** Nothing can be written under this name. */
    sealed interface Refusal extends Lookup {}

    /** It exists, but its writer does not write through the gateway. */
    record NotPublishable(EventType type) implements Refusal {}

    /** The event exists, but not in the asked version; {@code known} is not empty. */
    record UnknownVersion(List<EventType> known) implements Refusal {}

    /** No event has that name. */
    record Unknown() implements Refusal {}
}
