package io.refundtool.events;

/**
 * How the spec of an event may change under the same version; the build keeps to it. What each allows is in
 * {@code docs/changing-events.md}.
 */
public enum Compatibility {
    /** Only optional properties may be added: readers and writers of any edition understand each other. */
    COMPATIBLE,
    /** Required properties may be added too: readers of an older edition go on, writers have to follow. */
    FORWARD,
    /** Anything may change. */
    NONE
}
