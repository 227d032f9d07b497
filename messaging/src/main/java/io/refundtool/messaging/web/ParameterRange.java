package io.refundtool.messaging.web;

/** Ranges of request parameters. */
public final class ParameterRange {

    private ParameterRange() {}

    /**
     * Refuses a number that is out of its range.
     *
     * @throws BadParameterException it is not between the two, both included
     */
    public static void require(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new BadParameterException(
                    "Expected %s between %d and %d, but it is %d".formatted(name, min, max, value));
        }
    }
}
