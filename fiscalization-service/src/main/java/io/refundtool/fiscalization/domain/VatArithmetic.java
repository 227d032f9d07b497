package io.refundtool.fiscalization.domain;

import io.refundtool.events.common.VatRate;
import java.math.BigInteger;

/**
 * The VAT contained in a gross amount, rounded half-up to minor units. A rate such as vat20 and its calculated form
 * vat120 take the same share of the gross amount: 20/120.
 */
final class VatArithmetic {
    private static final int WHOLE = 100;

    private VatArithmetic() {}

    static long containedIn(long grossMinor, VatRate rate) {
        int percent = percent(rate);
        BigInteger doubled = BigInteger.valueOf(grossMinor).multiply(BigInteger.valueOf(2L * percent));
        BigInteger divisor = BigInteger.valueOf(WHOLE + percent);
        return doubled.add(divisor).divide(divisor.multiply(BigInteger.TWO)).longValueExact();
    }

    private static int percent(VatRate rate) {
        return switch (rate) {
            case NONE, VAT0 -> 0;
            case VAT5, VAT105 -> 5;
            case VAT7, VAT107 -> 7;
            case VAT10, VAT110 -> 10;
            case VAT20, VAT120 -> 20;
            case VAT22, VAT122 -> 22;
        };
    }
}
