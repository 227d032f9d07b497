package io.refundtool.fiscalization.domain;

import io.refundtool.events.common.VatRate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One receipt of a movement of money.
 *
 * @param ordinal which of the movement's receipts it is, from 1, in the order of the refund's lines
 * @param items 1 to {@value #MAX_ITEMS} positions with at most {@value #MAX_VAT_RATES} VAT rates
 */
public record PlannedReceipt(int ordinal, List<ReceiptItem> items) {
    public static final int MAX_ITEMS = 100;
    public static final int MAX_VAT_RATES = 6;

    public PlannedReceipt {
        items = List.copyOf(items);
    }

    public long totalMinor() {
        return items.stream().mapToLong(ReceiptItem::sumMinor).reduce(0, Math::addExact);
    }

    /** VAT per rate: the sum over the items' own VAT, so that a receipt always agrees with itself. */
    public Map<VatRate, Long> vats() {
        Map<VatRate, Long> vats = new EnumMap<>(VatRate.class);
        items.forEach(item -> vats.merge(item.vatRate(), item.vatMinor(), Math::addExact));
        return vats;
    }
}
