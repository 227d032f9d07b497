package io.refundtool.refund.scenario;

/** A scenario's file is not what the format asks for; the message starts with file and line. */
public final class InvalidScenarioException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidScenarioException(Place place, String expectation, String actual) {
        super("%s: Expected %s, but %s".formatted(place, expectation, actual));
    }

    InvalidScenarioException(Place place, String sentence, Throwable cause) {
        super(place + ": " + sentence, cause);
    }
}
