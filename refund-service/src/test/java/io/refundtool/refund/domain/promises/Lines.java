package io.refundtool.refund.domain.promises;

import io.refundtool.events.common.OrderLine;

/** Lines of generated orders. */
final class Lines {

    private static final int PIECES = Orders.MAX_REFUNDS;

    private Lines() {}

    /** The line with a piece for each refund. */
    static OrderLine plenty(OrderLine line) {
        return new OrderLine(
                line.lineId(),
                line.sku(),
                line.name(),
                PIECES,
                line.unitPriceMicros(),
                line.vatRate(),
                line.paymentMethod(),
                line.paymentObject(),
                line.markCode());
    }
}
