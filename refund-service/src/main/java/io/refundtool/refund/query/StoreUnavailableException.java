package io.refundtool.refund.query;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
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

    /** Of an order of which this instance has too old a copy. */
    static StoreUnavailableException behind(String orderId, long lagRecords, long maxLagRecords) {
        return new StoreUnavailableException(
                "Expected the copy of order %s to be at most %d changes behind, but it is %d"
                        .formatted(orderId, maxLagRecords, lagRecords),
                null);
    }

    /** Of an order that no instance can tell of. */
    static StoreUnavailableException everywhere(String orderId, List<Exception> failures) {
        String reasons = failures.stream().map(Exception::getMessage).collect(Collectors.joining("; "));
        return new StoreUnavailableException(
                "Expected an instance to have order %s, but none can tell just now. %s".formatted(orderId, reasons),
                null);
    }

    /** Of an order that a copy does not know, while whoever works on it is away. */
    public static StoreUnavailableException unsure(String orderId) {
        return new StoreUnavailableException(
                "Expected whoever works on order %s to answer, but only a copy did".formatted(orderId), null);
    }
}
