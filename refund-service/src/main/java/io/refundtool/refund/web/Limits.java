package io.refundtool.refund.web;

/** Ranges of request parameters. */
final class Limits {

    private Limits() {}

    static void require(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new BadParameterException(
                    "Expected %s between %d and %d, but it is %d".formatted(name, min, max, value));
        }
    }
}
