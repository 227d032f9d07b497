package io.refundtool.specs.generator.compat;

import io.refundtool.specs.generator.model.EventSpec;

/**
 * A value of an event while two editions are compared.
 *
 * @param place where its schema stands
 * @param owner the event or the named type whose schema it is part of
 * @param inOwner the path from there, such as {@code lines[].sku}; empty for the owner itself
 * @param inEvent the path from the event
 */
record Spot(Place place, String owner, String inOwner, String inEvent) {

    private static final String TYPES = "common/types.v1.yaml";

    static Spot of(EventSpec event) {
        return new Spot(Place.of(event.file(), "schema"), event.wireName(), "", "");
    }

    Spot property(String name) {
        return new Spot(place.then("properties", name), owner, joined(inOwner, name), joined(inEvent, name));
    }

    Spot items() {
        return new Spot(place.then("items"), owner, inOwner + "[]", inEvent + "[]");
    }

    /** The same value where its type has a name: the schema stands there. */
    Spot named(String type) {
        return new Spot(Place.of(TYPES, "$defs", type), type, "", inEvent);
    }

    String label() {
        return inOwner.isEmpty() ? owner : "'%s' of %s".formatted(inOwner, owner);
    }

    private static String joined(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
