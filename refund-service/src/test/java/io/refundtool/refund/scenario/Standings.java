package io.refundtool.refund.scenario;

import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.Snapshots;
import io.refundtool.refund.domain.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How the refunds of an order stand, as the state machine knows it. */
public final class Standings {

    private Standings() {}

    public static Map<String, Standing> of(OrderState order) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        order.all().forEach(refund -> standings.put(refund.refundId(), of(refund)));
        return standings;
    }

    private static Standing of(Refund refund) {
        RefundSnapshot snapshot = Snapshots.of(refund);
        return new Standing(
                snapshot.status(),
                snapshot.fiscalization(),
                snapshot.notification(),
                snapshot.receipts().stream().map(Receipt::kind).toList(),
                sum(refund, transaction -> true),
                sum(refund, Transaction::cameBack));
    }

    private static long sum(Refund refund, Predicate<Transaction> which) {
        return refund.ledger().transactions().stream()
                .filter(which)
                .mapToLong(Transaction::amountMinor)
                .sum();
    }
}
