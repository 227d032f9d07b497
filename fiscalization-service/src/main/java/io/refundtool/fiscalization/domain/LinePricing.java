package io.refundtool.fiscalization.domain;

import io.refundtool.events.common.RefundedLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a refunded line into items for which price x quantity is the sum to the kopeck. What was paid back counts, not
 * the list price: 10.00 for 3 pieces becomes 2 x 3.33 and 1 x 3.34. Pieces are kept wherever each costs at least one
 * minor unit; otherwise, and for a marked piece, the whole amount is one item of quantity 1. What passes the cash
 * register's limits is split further. That an item's sum has the limit of its price is the careful reading: the
 * protocol names only the price's.
 */
final class LinePricing {
    /** More items than all receipts of a movement can hold need not be made. */
    static final int MAX_ITEMS_PER_MOVEMENT = ReceiptPlanner.MAX_RECEIPTS * PlannedReceipt.MAX_ITEMS;

    private final RefundedLine line;
    private final long maxSum;
    private final List<ReceiptItem> items = new ArrayList<>();

    private LinePricing(RefundedLine line, MoneyScale scale) {
        this.line = line;
        this.maxSum = scale.maxPriceMinor();
    }

    /** The items of a line; the caller has checked that {@link #fits} holds. */
    static List<ReceiptItem> items(RefundedLine line, MoneyScale scale) {
        LinePricing pricing = new LinePricing(line, scale);
        pricing.price(line.amountMinor());
        return pricing.items;
    }

    static boolean fits(RefundedLine line, MoneyScale scale) {
        return line.amountMinor() / scale.maxPriceMinor() < MAX_ITEMS_PER_MOVEMENT;
    }

    private void price(long amount) {
        long pieces = line.markCode() == null && amount >= line.quantity() ? line.quantity() : 1;
        long price = amount / pieces;
        long dearer = amount % pieces;
        if (price >= maxSum) {
            addWhole(amount);
        } else {
            addPieces(price, pieces - dearer);
            addPieces(price + 1, dearer);
        }
    }

    private void addWhole(long amount) {
        for (long rest = amount; rest > 0; rest -= Math.min(rest, maxSum)) {
            add(Math.min(rest, maxSum), 1);
        }
    }

    private void addPieces(long price, long pieces) {
        long most = price == 0 ? ReceiptItem.MAX_QUANTITY : Math.min(ReceiptItem.MAX_QUANTITY, maxSum / price);
        for (long rest = pieces; rest > 0; rest -= Math.min(rest, most)) {
            add(price, Math.min(rest, most));
        }
    }

    private void add(long price, long quantity) {
        @Nullable String markCode = items.isEmpty() ? line.markCode() : null;
        items.add(new ReceiptItem(
                name(), price, quantity, line.paymentMethod(), line.paymentObject(), line.vatRate(), markCode));
    }

    private String name() {
        String name = line.name().isBlank() ? line.sku() : line.name();
        if (name.length() <= ReceiptItem.MAX_NAME_LENGTH) {
            return name;
        }
        boolean splitsPair = Character.isHighSurrogate(name.charAt(ReceiptItem.MAX_NAME_LENGTH - 1));
        return name.substring(0, splitsPair ? ReceiptItem.MAX_NAME_LENGTH - 1 : ReceiptItem.MAX_NAME_LENGTH);
    }
}
