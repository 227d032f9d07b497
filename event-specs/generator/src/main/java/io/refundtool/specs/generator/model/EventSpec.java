package io.refundtool.specs.generator.model;

import java.util.List;

/**
 * An event type in one version.
 *
 * @param file the spec's path below the directory of specs
 * @param system who states the fact, the first part of the name
 * @param event what happened, in kebab-case
 */
public record EventSpec(
        String file,
        String system,
        String event,
        int version,
        String title,
        String description,
        Compatibility compatibility,
        List<Property> properties) {

    /** The name on the wire, such as {@code payment.money-refunded.v1}. */
    public String wireName() {
        return system + "." + event + ".v" + version;
    }
}
