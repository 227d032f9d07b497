package io.refundtool.events.checks;

/** An enum whose constants have a text of their own on the wire. */
public interface WireEnum {

    /** The text that stands for the constant in JSON. */
    String wire();
}
