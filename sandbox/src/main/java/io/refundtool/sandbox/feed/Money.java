package io.refundtool.sandbox.feed;

import io.refundtool.events.common.CurrencyCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Amounts in units and in minor units of a currency, by the number of digits it has. */
public final class Money {

    private static final int MICROS_DIGITS = 6;

    private Money() {}

    /** How many digits the currency has after the point: 2 for GBP, 0 for JPY, 3 for KWD. */
    public static int digits(CurrencyCode currency) {
        return Math.max(0, Currency.getInstance(currency.name()).getDefaultFractionDigits());
    }

    /** The amount as people write it, such as 27.50. */
    public static String text(long minor, CurrencyCode currency) {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    static long toMinor(BigDecimal amount, CurrencyCode currency, String column) throws MalformedRowException {
        try {
            return amount.movePointRight(digits(currency)).longValueExact();
        } catch (ArithmeticException e) {
            throw Row.unexpected(
                    column,
                    "an amount of " + currency + " with at most " + digits(currency) + " digits after the point",
                    amount.toPlainString());
        }
    }

    /** Price x quantity, rounded half-up to minor units. */
    static long lineTotal(long unitPriceMicros, int quantity, CurrencyCode currency) {
        return BigDecimal.valueOf(unitPriceMicros, MICROS_DIGITS)
                .multiply(BigDecimal.valueOf(quantity))
                .movePointRight(digits(currency))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
