package io.refundtool.refund.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The movements of a refund's money that need a tax receipt. */
enum Movement {
    OUT(1),
    BACK(2);

    private static final int ORDER_DIGITS = 12;

    private final int ordinal;

    Movement(int ordinal) {
        this.ordinal = ordinal;
    }

    /** Unique over all orders though refund ids are unique only within one; readable, and short enough for a receipt. */
    String id(RefundCase refund) {
        String order = UUID.nameUUIDFromBytes(refund.orderId().getBytes(StandardCharsets.UTF_8))
                .toString();
        return refund.refundId() + '/' + ordinal + '/' + order.substring(order.length() - ORDER_DIGITS);
    }

    static Optional<Movement> of(RefundCase refund, String movementId) {
        return Arrays.stream(values())
                .filter(movement -> movement.id(refund).equals(movementId))
                .findFirst();
    }
}
