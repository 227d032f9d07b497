package io.refundtool.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.CurrencyCode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    123456 | GBP | en-GB | £1,234.56
                    123456 | EUR | de-DE | 1.234,56 €
                    123456 | CHF | de-CH | CHF 1’234.56
                    123456 | RUB | ru-RU | 1 234,56 ₽
                    123456 | JPY | en-GB | JP¥123,456
                    123456 | KWD | en-GB | KWD 123.456
                    123456 | USD | en-ZZ | $1,234.56
                    -5     | GBP | en-GB | -£0.05
                    0      | JPY | de-DE | 0 ¥
                    """)
    void shouldFollowLocaleAndCurrency(long amountMinor, CurrencyCode currency, String locale, String expected) {
        // when
        String text = MoneyText.of(amountMinor, currency, Locale.forLanguageTag(locale));

        // then
        assertThat(text.replaceAll("[\\u00A0\\u202F]", " ")).isEqualTo(expected);
    }

    @Test
    void shouldKeepTheLargestAmountExact() {
        assertThat(MoneyText.of(1_000_000_000_000_000_000L - 1, CurrencyCode.GBP, Locale.UK))
                .isEqualTo("£9,999,999,999,999,999.99");
    }

    @ParameterizedTest
    @EnumSource
    void shouldKnowEveryCurrencyOfTheSpecs(CurrencyCode currency) {
        assertThat(MoneyText.of(1, currency, Locale.GERMANY)).containsPattern("[01]");
    }
}
