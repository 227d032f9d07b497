package io.refundtool.refund.recovery;

import java.util.List;

/**
 * What came of folding an order's stored events again.
 *
 * @param events how many were folded
 * @param refunds how many followed from them
 * @param settled false if events of the order came each time it was looked, so that nothing could be compared
 */
public record OrderReplay(String orderId, long events, int refunds, boolean settled, List<Difference> differences) {

    public OrderReplay {
        differences = List.copyOf(differences);
    }

    public boolean same() {
        return settled && differences.isEmpty();
    }
}
