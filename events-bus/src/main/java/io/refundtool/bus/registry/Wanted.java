package io.refundtool.bus.registry;

import io.refundtool.events.EventType;
import java.util.List;

/** What a reader of the registry asks for by a name, which may have a version or not. */
public sealed interface Wanted {

    /** The name has a version. */
    record One(EventType type) implements Wanted {}

    /** The name has no version; the versions are there from the oldest, at least one. */
    record Every(String event, List<EventType> versions) implements Wanted {

        public EventType latest() {
            return versions.getLast();
        }
    }

    /** There is no such event, or not in that version. */
    record Nothing(Lookup.Refusal refusal) implements Wanted {}

    static Wanted of(EventTypes types, String name) {
        List<EventType> versions = EventTypes.versionsOf(name);
        if (!versions.isEmpty()) {
            return new Every(name, versions);
        }
        return switch (types.find(name)) {
            case Lookup.Publishable(PublishableType type) -> new One(type.type());
            case Lookup.NotPublishable(EventType type) -> new One(type);
            case Lookup.Refusal refusal -> new Nothing(refusal);
        };
    }
}
