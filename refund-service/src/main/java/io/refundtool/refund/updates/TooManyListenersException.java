package io.refundtool.refund.updates;

import java.io.Serial;

/** As many listen to this instance as may. */
public final class TooManyListenersException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    TooManyListenersException(int max) {
        super("Expected at most %d listeners at this instance, but they are there already".formatted(max));
    }
}
