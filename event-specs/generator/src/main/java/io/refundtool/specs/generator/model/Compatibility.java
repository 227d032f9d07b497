package io.refundtool.specs.generator.model;

/** How the spec of an event may change under the same version. */
public enum Compatibility {
    /** Only optional properties may be added. */
    COMPATIBLE,
    /** Required properties may be added too. */
    FORWARD,
    /** Anything may change. */
    NONE
}
