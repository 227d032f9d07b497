package io.refundtool.fiscalization.domain;

import io.refundtool.events.common.PaymentMethod;
import io.refundtool.events.common.VatRate;
import org.jspecify.annotations.Nullable;

/**
 * One position of a receipt; {@code priceMinor * quantity} is its sum to the kopeck.
 *
 * @param name at most {@value #MAX_NAME_LENGTH} characters
 * @param priceMinor price of a piece in minor units, at most {@link MoneyScale#MAX_PRICE}
 * @param quantity pieces, 1 to {@value #MAX_QUANTITY}
 * @param paymentMethod FFD tag 1214, that of the sale
 * @param paymentObject FFD tag 1212, that of the sale
 * @param vatRate FFD tag 1199, that of the sale
 * @param markCode the code of a marked piece, if the goods are marked
 */
public record ReceiptItem(
        String name,
        long priceMinor,
        long quantity,
        PaymentMethod paymentMethod,
        int paymentObject,
        VatRate vatRate,
        @Nullable String markCode) {
    public static final int MAX_NAME_LENGTH = 128;
    /** ATOL Online takes up to 99999.999; refunds count whole pieces. */
    public static final long MAX_QUANTITY = 99_999;

    public long sumMinor() {
        return Math.multiplyExact(priceMinor, quantity);
    }

    /** FFD tag 1200, the VAT contained in the sum. */
    public long vatMinor() {
        return VatArithmetic.containedIn(sumMinor(), vatRate);
    }
}
