package io.refundtool.refund.web;

import java.io.Serial;

/** What was asked for is not known. */
final class NotFoundException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    NotFoundException(String message) {
        super(message);
    }

    static NotFoundException refund(String orderId, String refundId) {
        return new NotFoundException(
                "Expected order %s to have a refund %s, but it has none".formatted(orderId, refundId));
    }
}
