package io.refundtool.specs.generator.render;

/** A constant of an enum and its text on the wire. */
public record JavaConstant(String name, String wire) {}
