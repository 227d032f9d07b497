package io.refundtool.sandbox.audit;

import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.sandbox.payment.LedgerEntry;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is out of Payment's ledger, after everything that came back, is what the refund's end says.
 *
 * <ul>
 *   <li>completed: each part once, and in all what the refund amounts to;
 *   <li>rejected, cancelled, reversed: nothing;
 *   <li>on hold: no part more than once, except for movements that Payment was asked to take back, since that they are
 *       still out is why it is on hold; because of a receipt moreover the whole amount, or nothing.
 * </ul>
 */
final class MoneyRule {

    private static final Set<String> ALL_OR_NOTHING =
            Set.of(HoldCode.RECEIPT_FAILED.wire(), HoldCode.RECEIPT_SILENT.wire(), HoldCode.RECEIPT_CONTRADICTS.wire());

    private MoneyRule() {}

    static List<Finding> check(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        Map<RefundKey, Moved> moved = Moved.byRefund(evidence.payments());
        moved.keySet().stream()
                .filter(refund -> !evidence.asked().containsKey(refund))
                .map(refund ->
                        Finding.of(refund, "Expected money to move for requests only, but nobody asked for this one"))
                .forEach(findings::add);
        evidence.updates()
                .forEach((refund, last) -> check(refund, last, moved.getOrDefault(refund, Moved.NOTHING), findings));
        return findings;
    }

    private static void check(RefundKey refund, LastUpdate last, Moved moved, List<Finding> findings) {
        Moved explained = last.status() == RefundStatus.ON_HOLD ? moved.without(last.toReverse()) : moved;
        parts(refund, last, explained, findings);
        switch (last.status()) {
            case COMPLETED -> amount(refund, last, moved, findings);
            case REJECTED, CANCELLED, REVERSED -> nothing(refund, last, moved, findings);
            case ON_HOLD -> {
                if (ALL_OR_NOTHING.contains(last.code()) && explained.netMinor() != 0) {
                    amount(refund, last, explained, findings);
                }
            }
            case AWAITING_CLARIFICATION, APPROVED, MONEY_REFUNDED, FISCALIZED, REVERSING -> {
                // Under way: there is no sum that it must be yet.
            }
        }
    }

    private static void parts(RefundKey refund, LastUpdate last, Moved moved, List<Finding> findings) {
        Set<Integer> parts = new TreeSet<>(last.partsMinor().keySet());
        moved.out().stream().map(LedgerEntry::part).forEach(parts::add);
        for (int part : parts) {
            long paid = moved.paid(part);
            if (paid > 1 || (paid == 0 && last.status() == RefundStatus.COMPLETED)) {
                findings.add(Finding.of(
                        refund,
                        "Expected part %d to be paid once net of what came back, but it is paid %d times"
                                .formatted(part, paid)));
            }
        }
    }

    private static void amount(RefundKey refund, LastUpdate last, Moved moved, List<Finding> findings) {
        if (moved.netMinor() != last.amountMinor()) {
            findings.add(Finding.of(
                    refund,
                    "Expected %d minor units to be out, since it is %s, but it is %d"
                            .formatted(last.amountMinor(), last.view(), moved.netMinor())));
        }
    }

    private static void nothing(RefundKey refund, LastUpdate last, Moved moved, List<Finding> findings) {
        if (moved.netMinor() != 0) {
            findings.add(Finding.of(
                    refund,
                    "Expected no money to be out, since it is %s, but it is %d"
                            .formatted(last.view(), moved.netMinor())));
        }
    }
}
