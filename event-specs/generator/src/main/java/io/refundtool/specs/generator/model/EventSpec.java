package io.refundtool.specs.generator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event type in one version.
 *
 * @param file the spec's path below the directory of specs
 * @param system who states the fact, the first part of the name
 * @param event what happened, in kebab-case
 * @param deprecation when it goes and what comes in its place; null while it stays
 */
public record EventSpec(
        String file,
        String system,
        String event,
        int version,
        String title,
        String description,
        Compatibility compatibility,
        @Nullable Deprecation deprecation,
        List<Property> properties) {

    /** The name on the wire, such as {@code payment.money-refunded.v1}. */
    public String wireName() {
        return name() + ".v" + version;
    }

    /** The name that all versions share, such as {@code payment.money-refunded}. */
    public String name() {
        return system + "." + event;
    }
}
