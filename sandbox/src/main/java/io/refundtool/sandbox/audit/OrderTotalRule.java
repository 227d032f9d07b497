package io.refundtool.sandbox.audit;

import io.refundtool.events.common.RefundStatus;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is out for all refunds of an order is never more than was captured for it. What a refund on hold wants back does
 * not count: that it is out is what an operator is told.
 */
final class OrderTotalRule {

    private OrderTotalRule() {}

    static List<Finding> check(Evidence evidence) {
        Map<RefundKey, Moved> moved = Moved.byRefund(evidence.payments());
        Map<String, Long> outByOrder = new HashMap<>();
        evidence.updates().forEach((refund, last) -> {
            Moved of = moved.getOrDefault(refund, Moved.NOTHING);
            Moved counted = last.status() == RefundStatus.ON_HOLD ? of.without(last.toReverse()) : of;
            outByOrder.merge(refund.orderId(), counted.netMinor(), Long::sum);
        });
        List<Finding> findings = new ArrayList<>();
        evidence.asked().forEach((refund, asked) -> {
            long out = outByOrder.getOrDefault(refund.orderId(), 0L);
            if (out > asked.capturedMinor() && moved.containsKey(refund)) {
                findings.add(Finding.of(
                        refund,
                        "Expected at most the %d minor units that were captured for the order to be out, but it is %d"
                                .formatted(asked.capturedMinor(), out)));
            }
        });
        return findings;
    }
}
