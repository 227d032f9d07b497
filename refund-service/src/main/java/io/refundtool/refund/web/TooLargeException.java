package io.refundtool.refund.web;

import java.io.Serial;

/** A request holds more than it may. */
final class TooLargeException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    TooLargeException(String message) {
        super(message);
    }
}
