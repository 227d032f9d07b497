package io.refundtool.refund.query;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The stores cannot be read just now: they are being opened, restored or moved. Asking again soon helps. */
public final class StoreUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public StoreUnavailableException(RuntimeException cause) {
        this("Expected the state stores to be open, but they are not: " + cause.getMessage(), cause);
    }

    private StoreUnavailableException(String message, @Nullable RuntimeException cause) {
        super(message, cause);
    }

    /** Of an order whose partition this instance does not have, at least not now. */
    static StoreUnavailableException elsewhere(String orderId) {
        return new StoreUnavailableException(
                "Expected this instance to have the partition of order %s, but it has not".formatted(orderId), null);
    }
}
