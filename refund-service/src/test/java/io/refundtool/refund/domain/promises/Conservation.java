package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundEvents;
import io.refundtool.refund.domain.RefundState;
import io.refundtool.refund.domain.Transaction;

/** Money and receipts of a world at rest, by the ledgers of those who move and register them. */
final class Conservation {

    private static final String OUTSIDE = "outside-";

    private Conservation() {}

    static void check(World world, Fold fold) {
        fold.order().all().forEach(refund -> check(world, refund));
        boolean nobodyIsAsked =
                fold.order().all().stream().noneMatch(refund -> refund.state() instanceof RefundState.OnHold);
        if (nobodyIsAsked) {
            long out = fold.order().all().stream()
                    .mapToLong(refund -> world.payment.net(refund.refundId()))
                    .sum();
            assertThat(out)
                    .as("money out of an order of which no refund is on hold")
                    .isLessThanOrEqualTo(captured(fold));
        }
    }

    private static void check(World world, Refund refund) {
        long net = world.payment.net(refund.refundId()) + outside(refund);
        switch (refund.state()) {
            case RefundState.Completed _ -> {
                assertThat(net)
                        .as("money of %s, completed", refund.refundId())
                        .isEqualTo(refund.asked().amountMinor());
                receipts(world, refund, refund.asked().amountMinor());
            }
            case RefundState.Cancelled _, RefundState.Rejected _, RefundState.Reversed _ -> {
                assertThat(net)
                        .as("money of %s, %s", refund.refundId(), refund.status())
                        .isZero();
                receipts(world, refund, 0);
            }
            case RefundState.OnHold(var _, String reason, var _) ->
                assertThat(reason).isNotBlank();
            case RefundState _ ->
                throw new AssertionError("Expected %s to end or to be on hold, but it is %s for ever"
                        .formatted(refund.refundId(), refund.status()));
        }
    }

    private static void receipts(World world, Refund refund, long expected) {
        String out = RefundEvents.movement(refund.refundId());
        String back = RefundEvents.movementBack(refund.refundId());
        boolean noneNeeded = world.fiscalization.needsNone(out) || world.fiscalization.needsNone(back);
        if (!noneNeeded) {
            assertThat(world.fiscalization.registered(out) - world.fiscalization.registered(back))
                    .as("receipts of %s, %s", refund.refundId(), refund.status())
                    .isEqualTo(expected);
        }
    }

    private static long outside(Refund refund) {
        return refund.ledger().transactions().stream()
                .filter(transaction -> transaction.transactionId().startsWith(OUTSIDE) && !transaction.cameBack())
                .mapToLong(Transaction::amountMinor)
                .sum();
    }

    private static long captured(Fold fold) {
        return fold.order().all().stream()
                .flatMap(refund -> refund.ledger().plan().parts().stream())
                .map(part -> part.paymentId())
                .distinct()
                .mapToLong(Orders::captured)
                .sum();
    }
}
