package io.refundtool.refund.recovery.offsets;

import java.io.Serial;

/** What was asked for could do harm, or cannot be done, so nothing was done. */
public final class RefusedResetException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    RefusedResetException(String message) {
        super(message);
    }
}
