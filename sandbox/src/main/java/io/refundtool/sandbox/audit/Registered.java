package io.refundtool.sandbox.audit;

import io.refundtool.events.common.ReceiptKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a receipt states by its operation at ATOL: money out, or money back. */
final class Registered {

    private static final Map<ReceiptKind, String> OPERATIONS = Map.of(
            ReceiptKind.REFUND, "sell_refund",
            ReceiptKind.REFUND_CORRECTION, "sell_refund_correction",
            ReceiptKind.REVERSAL, "sell");

    private Registered() {}

    static @Nullable String operationOf(ReceiptKind kind) {
        return OPERATIONS.get(kind);
    }

    /** 1 for money out, -1 for money back, 0 for an operation that no refund needs. */
    static int sign(String operation) {
        return switch (operation) {
            case "sell_refund", "sell_refund_correction" -> 1;
            case "sell" -> -1;
            default -> 0;
        };
    }
}
