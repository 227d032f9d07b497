package io.refundtool.bus.pages;

import io.refundtool.events.EventType;

/** The paths of the registry, which links and {@code ce_dataschema} name. */
final class Paths {

    static final String EVENT_TYPES = "/event-types";

    private Paths() {}

    static String of(EventType type) {
        return ofName(type.wireName());
    }

    static String ofName(String name) {
        return EVENT_TYPES + "/" + name;
    }

    /** As {@code CloudEvents} writes it into {@code ce_dataschema}. */
    static String schemaOf(EventType type) {
        return of(type) + "/schemas";
    }
}
