package io.refundtool.fiscalization.domain;

/** Which part of ATOL Online an error comes from; the same code means different things in different parts. */
public enum ErrorType {
    SYSTEM,
    DRIVER,
    AGENT,
    TIMEOUT,
    UNKNOWN;

    /** The type by its name in the protocol; what the protocol does not know is {@link #UNKNOWN}. */
    public static ErrorType of(String wire) {
        return switch (wire) {
            case "system" -> SYSTEM;
            case "driver" -> DRIVER;
            case "agent" -> AGENT;
            case "timeout" -> TIMEOUT;
            default -> UNKNOWN;
        };
    }
}
