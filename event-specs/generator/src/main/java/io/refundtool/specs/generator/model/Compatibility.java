package io.refundtool.specs.generator.model;

import java.util.Locale;

/** How the spec of an event may change under the same version, from the strictest to the loosest. */
public enum Compatibility {
    /** Only optional properties may be added. */
    COMPATIBLE,
    /** Required properties may be added too. */
    FORWARD,
    /** Anything may change. */
    NONE;

    /** The word in a spec. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
