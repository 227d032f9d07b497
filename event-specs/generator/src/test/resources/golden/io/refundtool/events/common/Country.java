// Generated from the specs: change common/types.v1.yaml, not this file.
package io.refundtool.events.common;

import io.refundtool.events.checks.WireEnum;
import io.refundtool.events.checks.WireNames;
import java.util.Optional;

/** A country. */
public enum Country implements WireEnum {
    DE, FR, NO;

    private static final WireNames<Country> NAMES = new WireNames<>(Country.class);

    /**
     * The constant of a text on the wire.
     *
     * @throws io.refundtool.events.InvalidEventException if there is none
     */
    public static Country of(String wire) {
        return NAMES.get(wire);
    }

    public static Optional<Country> find(String wire) {
        return NAMES.find(wire);
    }

    @Override
    public String wire() {
        return name();
    }
}
