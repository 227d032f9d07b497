package io.refundtool.sandbox.audit;

import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.FiscalizationResult;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.sandbox.atol.AtolReceipt;
import io.refundtool.sandbox.feed.Money;
import io.refundtool.sandbox.topic.RefundKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The register's receipts of a refund, those of money out less those of money back, make what its end says.
 *
 * <ul>
 *   <li>completed: its amount, or none at all where none is required;
 *   <li>rejected, cancelled, reversed: nothing;
 *   <li>on hold: at least nothing and at most its amount.
 * </ul>
 */
final class ReceiptRule {

    private ReceiptRule() {}

    static List<Finding> check(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        Map<RefundKey, List<AtolReceipt>> byRefund = new HashMap<>();
        for (AtolReceipt receipt : evidence.receipts()) {
            RefundKey owner = evidence.receiptOwners().get(receipt.externalId());
            if (owner == null) {
                findings.add(Finding.ofNobody("Expected receipt " + receipt.externalId()
                        + " of ATOL's ledger to be some refund's, but it belongs to no movement of money"));
            } else {
                byRefund.computeIfAbsent(owner, key -> new ArrayList<>()).add(receipt);
            }
        }
        evidence.updates().forEach((refund, last) -> {
            AskedRefund asked = evidence.asked().get(refund);
            if (asked != null) {
                List<AtolReceipt> receipts = byRefund.getOrDefault(refund, List.of());
                sum(asked, last, receipts, findings);
                findings.addAll(NamedReceipts.check(refund, last, receipts));
            }
        });
        return findings;
    }

    private static void sum(AskedRefund asked, LastUpdate last, List<AtolReceipt> receipts, List<Finding> findings) {
        BigDecimal net = receipts.stream()
                .map(receipt -> receipt.total().multiply(BigDecimal.valueOf(Registered.sign(receipt.operation()))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal amount = units(last.amountMinor(), asked.currency());
        boolean registered =
                last.status() == RefundStatus.COMPLETED && last.fiscalization() != FiscalizationResult.NOT_REQUIRED;
        BigDecimal most = registered || !last.isFinal() ? amount : BigDecimal.ZERO;
        BigDecimal least = registered ? amount : BigDecimal.ZERO;
        if (net.compareTo(least) < 0 || net.compareTo(most) > 0) {
            String expected = least.compareTo(most) == 0 ? most.toPlainString() : "at most " + most.toPlainString();
            findings.add(Finding.of(
                    asked.key(),
                    "Expected receipts of %s net of those that compensate, since it is %s, but they are %s"
                            .formatted(expected, last.status().wire(), net.toPlainString())));
        }
    }

    private static BigDecimal units(long minor, CurrencyCode currency) {
        return BigDecimal.valueOf(minor, Money.digits(currency));
    }
}
