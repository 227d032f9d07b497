package io.refundtool.specs.generator.model;

/**
 * A property of an event or of a record.
 *
 * @param description of the property alone; empty where its type says enough
 */
public record Property(String name, String description, ValueType type, boolean required) {}
