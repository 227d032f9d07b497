// Generated from the specs: change common/types.v1.yaml, not this file.
package io.refundtool.events.common;

import io.refundtool.events.checks.WireEnum;
import io.refundtool.events.checks.WireNames;
import java.util.Optional;

/** A kind of parcel. */
public enum Kind implements WireEnum {
    LETTER("letter"),
    BIG_BOX("big-box");

    private static final WireNames<Kind> NAMES = new WireNames<>(Kind.class);

    private final String wire;

    Kind(String wire) {
        this.wire = wire;
    }

    /**
     * The constant of a text on the wire.
     *
     * @throws io.refundtool.events.InvalidEventException if there is none
     */
    public static Kind of(String wire) {
        return NAMES.get(wire);
    }

    public static Optional<Kind> find(String wire) {
        return NAMES.find(wire);
    }

    @Override
    public String wire() {
        return wire;
    }
}
