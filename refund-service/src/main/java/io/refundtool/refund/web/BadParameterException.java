package io.refundtool.refund.web;

import java.io.Serial;

/** A request parameter is not what it has to be. */
final class BadParameterException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    BadParameterException(String message) {
        super(message);
    }
}
