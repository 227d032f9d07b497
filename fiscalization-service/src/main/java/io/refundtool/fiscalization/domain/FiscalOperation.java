package io.refundtool.fiscalization.domain;

import io.refundtool.events.common.ReceiptKind;
import java.util.Arrays;

/**
 * What a receipt states, FFD tag 1054, in the words of ATOL Online, which are also those of the ledger. A refund that was
 * taken back is a sale again; a correction replaces a refund receipt that cannot be registered.
 */
public enum FiscalOperation {
    SELL_REFUND("sell_refund", ReceiptKind.REFUND, "refund"),
    SELL_REFUND_CORRECTION("sell_refund_correction", ReceiptKind.REFUND_CORRECTION, "correction"),
    SELL("sell", ReceiptKind.REVERSAL, "reversal");

    private final String wire;
    private final ReceiptKind kind;
    private final String idPrefix;

    FiscalOperation(String wire, ReceiptKind kind, String idPrefix) {
        this.wire = wire;
        this.kind = kind;
        this.idPrefix = idPrefix;
    }

    /** The operation of this name in the protocol. */
    public static FiscalOperation of(String wire) {
        return Arrays.stream(values())
                .filter(operation -> operation.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected an operation, but it is " + wire));
    }

    public String wire() {
        return wire;
    }

    /** What it is called in events. */
    public ReceiptKind kind() {
        return kind;
    }

    String idPrefix() {
        return idPrefix;
    }
}
