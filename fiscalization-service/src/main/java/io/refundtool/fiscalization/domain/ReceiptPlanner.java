package io.refundtool.fiscalization.domain;

import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.events.common.RefundedLine;
import io.refundtool.events.common.VatRate;
import io.refundtool.fiscalization.domain.ReceiptPlan.Impossible;
import io.refundtool.fiscalization.domain.ReceiptPlan.Receipts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which receipts state a refund. Lines keep their order; a receipt is full at {@value PlannedReceipt#MAX_ITEMS}
 * items or at a further VAT rate after {@value PlannedReceipt#MAX_VAT_RATES}. Lines of nothing are left out unless all
 * are.
 */
public final class ReceiptPlanner {
    /** What fiscalization.receipt-registered has room for. */
    public static final int MAX_RECEIPTS = 200;

    private ReceiptPlanner() {}

    public static ReceiptPlan plan(RefundSnapshot refund) {
        if (refund.lines().isEmpty()) {
            return impossible(ImpossibleReceipt.NO_LINES, "Expected the refund to name its lines, but it names none");
        }
        for (RefundedLine line : refund.lines()) {
            if (line.amountMinor() < 0) {
                return impossible(
                        ImpossibleReceipt.NEGATIVE_LINE,
                        "Expected line %s to pay back nothing or more, but its amount is %d"
                                .formatted(line.lineId(), line.amountMinor()));
            }
        }
        long sum = refund.lines().stream().mapToLong(RefundedLine::amountMinor).sum();
        if (sum != refund.amountMinor()) {
            return impossible(
                    ImpossibleReceipt.LINES_CONTRADICT_AMOUNT,
                    "Expected the lines to make the refund's amount %d, but they make %d"
                            .formatted(refund.amountMinor(), sum));
        }
        return planLines(refund, sum);
    }

    private static ReceiptPlan planLines(RefundSnapshot refund, long sum) {
        MoneyScale scale = MoneyScale.of(refund.currency());
        List<ReceiptItem> items = new ArrayList<>();
        for (RefundedLine line : refund.lines()) {
            if (!LinePricing.fits(line, scale)) {
                return tooMany(sum);
            }
            if (line.amountMinor() > 0 || sum == 0) {
                items.addAll(LinePricing.items(line, scale));
            }
            if (items.size() > LinePricing.MAX_ITEMS_PER_MOVEMENT) {
                return tooMany(sum);
            }
        }
        List<PlannedReceipt> receipts = pack(items);
        return receipts.size() > MAX_RECEIPTS ? tooMany(sum) : new Receipts(receipts);
    }

    private static List<PlannedReceipt> pack(List<ReceiptItem> items) {
        List<PlannedReceipt> receipts = new ArrayList<>();
        List<ReceiptItem> open = new ArrayList<>();
        Set<VatRate> rates = EnumSet.noneOf(VatRate.class);
        for (ReceiptItem item : items) {
            boolean oneRateTooMany = rates.size() == PlannedReceipt.MAX_VAT_RATES && !rates.contains(item.vatRate());
            if (open.size() == PlannedReceipt.MAX_ITEMS || oneRateTooMany) {
                receipts.add(new PlannedReceipt(receipts.size() + 1, open));
                open.clear();
                rates.clear();
            }
            open.add(item);
            rates.add(item.vatRate());
        }
        receipts.add(new PlannedReceipt(receipts.size() + 1, open));
        return receipts;
    }

    private static Impossible tooMany(long sum) {
        return impossible(
                ImpossibleReceipt.TOO_MANY_RECEIPTS,
                "Expected at most %d receipts to state the amount %d, but it takes more".formatted(MAX_RECEIPTS, sum));
    }

    private static Impossible impossible(ImpossibleReceipt code, String reason) {
        return new Impossible(code, reason);
    }
}
