package io.refundtool.specs.generator.compat;

/**
 * A difference from the release.
 *
 * @param sentence "Expected …, but …"
 */
record Change(Rule rule, Place place, String sentence) {}
