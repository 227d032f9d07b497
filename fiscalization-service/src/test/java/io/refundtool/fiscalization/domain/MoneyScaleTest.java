package io.refundtool.fiscalization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.CurrencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyScaleTest {

    @ParameterizedTest
    @EnumSource(CurrencyCode.class)
    void shouldKnowEveryCurrencyOfTheEvents(CurrencyCode currency) {
        // when
        MoneyScale scale = MoneyScale.of(currency);

        // then
        assertThat(scale.digits()).isBetween(0, 4);
    }

    @ParameterizedTest
    @CsvSource({"RUB, 123456, 1234.56", "JPY, 123456, 123456", "KWD, 123456, 123.456", "RUB, 5, 0.05"})
    void shouldWriteAmountsWithTheCurrencysDigits(CurrencyCode currency, long minor, String decimal) {
        // when
        String written = MoneyScale.of(currency).decimal(minor).toPlainString();

        // then
        assertThat(written).isEqualTo(decimal);
    }

    @Test
    void shouldLimitThePriceInMinorUnitsOfTheCurrency() {
        // when
        long roubles = MoneyScale.of(CurrencyCode.RUB).maxPriceMinor();
        long yen = MoneyScale.of(CurrencyCode.JPY).maxPriceMinor();

        // then
        assertThat(roubles).isEqualTo(4_294_967_295L);
        assertThat(yen).isEqualTo(42_949_672L);
    }
}
