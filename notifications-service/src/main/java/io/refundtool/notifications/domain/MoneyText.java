package io.refundtool.notifications.domain;

import io.refundtool.events.common.CurrencyCode;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes an amount the way a reader of the locale expects, with the currency's own number of digits (ISO 4217). */
public final class MoneyText {
    private static final Pattern CODE_BEFORE_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\p{Nd})");

    private MoneyText() {}

    /** Formats minor units: 1234 is 12.34 in GBP, 1,234 in JPY and 1.234 in KWD. */
    public static String of(long amountMinor, CurrencyCode code, Locale locale) {
        Currency currency = Currency.getInstance(code.wire());
        int digits = currency.getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        // A code in letters needs the space that CLDR asks for and the JDK leaves out: KWD 1.234, but £12.34.
        return CODE_BEFORE_DIGIT
                .matcher(format.format(BigDecimal.valueOf(amountMinor, digits)))
                .replaceAll("\u00A0");
    }
}
