package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.PartResult;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.refund.domain.Fiscal;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.ReceiptAnswer;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundLedger;
import io.refundtool.refund.domain.RefundState;
import io.refundtool.refund.domain.Transaction;
import io.refundtool.refund.domain.Transaction.Fate;
import io.refundtool.refund.domain.Waits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A refund's state and its ledger say the same. */
final class Consistency {

    private Consistency() {}

    static void check(Refund refund) {
        parts(refund);
        switch (refund.state()) {
            case RefundState.AwaitingClarification _, RefundState.Approved _ -> {}
            case RefundState.MoneyRefunded _ -> paid(refund);
            case RefundState.Fiscalized _ -> fiscalized(refund);
            case RefundState.Completed _ -> completed(refund);
            case RefundState.Reversing _ -> assertThat(reason(refund)).isNotBlank();
            case RefundState.Reversed _ -> reversed(refund);
            case RefundState.Rejected _ -> ended(refund);
            case RefundState.Cancelled _ ->
                assertThat(refund.ledger().transactions())
                        .as("money of a cancelled refund")
                        .isEmpty();
            case RefundState.OnHold(var _, String reason, var _) ->
                assertThat(reason).isNotBlank();
        }
        if (!refund.state().isFinal() && !(refund.state() instanceof RefundState.OnHold)) {
            assertThat(Waits.of(refund))
                    .as("what a refund waits for that is %s", refund.status())
                    .isNotEmpty();
        }
    }

    private static void parts(Refund refund) {
        List<PayoutPart> parts = refund.ledger().plan().parts();
        if (!parts.isEmpty()) {
            assertThat(parts.stream().mapToLong(PayoutPart::amountMinor).sum())
                    .as("sum of the parts")
                    .isEqualTo(refund.asked().amountMinor());
        }
        parts.stream()
                .filter(part -> part.result() == PartResult.REFUNDED)
                .forEach(part -> assertThat(refund.ledger().transactions())
                        .as("the transaction that pays part %d", part.part())
                        .anyMatch(transaction -> pays(transaction, part)));
    }

    private static boolean pays(Transaction transaction, PayoutPart part) {
        return transaction.part() == part.part()
                && transaction.transactionId().equals(part.transactionId())
                && !transaction.cameBack();
    }

    private static void paid(Refund refund) {
        assertThat(refund.ledger().plan().parts())
                .as("parts of a refund that is %s", refund.status())
                .isNotEmpty()
                .allMatch(part -> part.result() == PartResult.REFUNDED);
        assertThat(refund.ledger().fiscal().asked())
                .as("Fiscalization was asked")
                .isTrue();
        long kept = refund.ledger().transactions().stream()
                .filter(transaction -> transaction.fate() == Fate.PAID)
                .filter(transaction ->
                        refund.ledger().plan().parts().stream().anyMatch(part -> pays(transaction, part)))
                .mapToLong(Transaction::amountMinor)
                .sum();
        assertThat(kept)
                .as("money that is with the customer")
                .isEqualTo(refund.asked().amountMinor());
    }

    private static void fiscalized(Refund refund) {
        paid(refund);
        ReceiptAnswer answer = refund.ledger().fiscal().refund();
        assertThat(answer != null && answer.settled())
                .as("receipts of a fiscalized refund")
                .isTrue();
        assertThat(refund.ledger().fiscal().compensationAsked())
                .as("compensation of a wanted refund")
                .isFalse();
    }

    private static void completed(Refund refund) {
        fiscalized(refund);
        RefundLedger ledger = refund.ledger();
        assertThat(ledger.told()).as("told").isNotEqualTo(NotificationResult.NONE);
        assertThat(ledger.transactions())
                .as("fates of a completed refund")
                .noneMatch(transaction ->
                        transaction.fate() == Fate.DISPUTED || transaction.fate() == Fate.REVERSAL_DECLINED);
        assertThat(ledger.transactions().stream().filter(transaction -> transaction.fate() == Fate.PAID))
                .as("payouts of a completed refund")
                .hasSameSizeAs(ledger.plan().parts());
    }

    private static void ended(Refund refund) {
        assertThat(refund.ledger().transactions())
                .as("money of a refund that is %s", refund.status())
                .noneMatch(transaction -> transaction.fate() == Fate.PAID
                        || transaction.fate() == Fate.DISPUTED
                        || transaction.fate() == Fate.REVERSAL_DECLINED);
        Fiscal fiscal = refund.ledger().fiscal();
        if (fiscal.asked() && fiscal.refund() instanceof ReceiptAnswer.Registered) {
            ReceiptAnswer answer = fiscal.compensation();
            assertThat(fiscal.compensationAsked() && answer != null && answer.settled())
                    .as("the receipt of a refund that is %s is compensated", refund.status())
                    .isTrue();
        }
    }

    private static void reversed(Refund refund) {
        ended(refund);
        assertThat(refund.ledger().transactions()).as("money").isNotEmpty().allMatch(Transaction::cameBack);
    }

    private static String reason(Refund refund) {
        return refund.state() instanceof RefundState.Reversing(String reason) ? reason : "";
    }

    /** What wanted refunds take of each captured payment. */
    static Map<String, Long> ofOrder(OrderState order) {
        Map<String, Long> taken = new HashMap<>();
        order.all().stream()
                .filter(refund ->
                        underlying(refund).reserves() && !(underlying(refund) instanceof RefundState.Reversing))
                .flatMap(refund -> refund.ledger().plan().parts().stream())
                .forEach(part -> taken.merge(part.paymentId(), part.amountMinor(), Long::sum));
        taken.forEach((paymentId, amount) -> assertThat(amount)
                .as("taken of captured payment %s", paymentId)
                .isLessThanOrEqualTo(Orders.captured(paymentId)));
        return taken;
    }

    private static RefundState underlying(Refund refund) {
        return refund.state() instanceof RefundState.OnHold hold ? hold.interrupted() : refund.state();
    }
}
