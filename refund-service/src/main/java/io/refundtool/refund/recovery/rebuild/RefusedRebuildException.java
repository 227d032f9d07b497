package io.refundtool.refund.recovery.rebuild;

import java.io.Serial;

/** What was asked for could do harm, so nothing was done. */
public final class RefusedRebuildException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    RefusedRebuildException(String message) {
        super(message);
    }
}
