package io.refundtool.refund.domain;

import io.refundtool.events.common.CurrencyCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;

/** The price of some pieces of a line, rounded half-up to minor units of the currency. */
final class LineAmount {

    private static final int MICROS_DIGITS = 6;

    private LineAmount() {}

    /** In minor units. A product may leave 64 bits, so it is compared as a big integer and never stored. */
    static BigInteger of(long unitPriceMicros, long quantity, CurrencyCode currency) {
        int digits = Currency.getInstance(currency.wire()).getDefaultFractionDigits();
        return BigDecimal.valueOf(unitPriceMicros, MICROS_DIGITS - digits)
                .multiply(BigDecimal.valueOf(quantity))
                .setScale(0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }
}
