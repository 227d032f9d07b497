package io.refundtool.refund.recovery;

import java.io.Serial;

/** All orders are being folded again already. */
public final class ReplayRunningException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    ReplayRunningException() {
        super("Expected no other replay of all orders to run, but one does; ask again when it has ended");
    }
}
