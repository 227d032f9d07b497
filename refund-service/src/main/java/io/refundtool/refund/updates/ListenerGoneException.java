package io.refundtool.refund.updates;

import java.io.Serial;

/** Whoever listened has closed the connection. */
public final class ListenerGoneException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public ListenerGoneException(Throwable cause) {
        super(cause);
    }
}
