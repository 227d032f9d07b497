package io.refundtool.fiscalization.domain;

import io.refundtool.events.common.CurrencyCode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.OptionalLong;

/**
 * How many decimals a currency has: amounts are counted in minor units here and written as decimals on a receipt.
 *
 * @param digits decimals of the currency, 2 for the rouble, 0 for the yen
 */
public record MoneyScale(int digits) {
    /** The highest price of an item that ATOL Online takes, in units of the currency. */
    public static final BigDecimal MAX_PRICE = new BigDecimal("42949672.95");

    private static final int MICROS_DIGITS = 6;

    public MoneyScale {
        if (digits < 0 || digits > MICROS_DIGITS) {
            throw new IllegalArgumentException(
                    "Expected a currency to have 0 to %d decimals, but it has %d".formatted(MICROS_DIGITS, digits));
        }
    }

    public static MoneyScale of(CurrencyCode currency) {
        return new MoneyScale(Currency.getInstance(currency.name()).getDefaultFractionDigits());
    }

    public BigDecimal decimal(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, digits);
    }

    /** The amount in minor units; empty if it is finer than the currency or leaves 64 bits. */
    public OptionalLong minorUnits(BigDecimal amount) {
        try {
            return OptionalLong.of(amount.movePointRight(digits).longValueExact());
        } catch (ArithmeticException notExact) {
            return OptionalLong.empty();
        }
    }

    public long maxPriceMinor() {
        return MAX_PRICE.movePointRight(digits).longValue();
    }
}
