package io.refundtool.refund.domain;

import io.refundtool.events.common.Receipt;
import java.util.List;

/** What Fiscalization answered for one movement of money. */
public sealed interface ReceiptAnswer {

    /** The receipts make the amount of the movement. */
    record Registered(List<Receipt> receipts) implements ReceiptAnswer {
        public Registered {
            receipts = List.copyOf(receipts);
        }
    }

    /** The country asks for none. */
    record NotRequired() implements ReceiptAnswer {}

    /** It cannot be registered, not even as a correction. */
    record Failed(String code, String reason) implements ReceiptAnswer {}

    /** Receipts are registered, but not for the money that moved. */
    record Contradicting(String reason) implements ReceiptAnswer {}

    /** Whether the tax office knows, or need not know, what moved. */
    default boolean settled() {
        return this instanceof Registered || this instanceof NotRequired;
    }
}
