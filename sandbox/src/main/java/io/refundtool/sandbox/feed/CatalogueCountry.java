package io.refundtool.sandbox.feed;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.VatRate;
import java.util.List;

/**
 * What the built-in shop sells in a country.
 *
 * @param language ISO 639-1
 */
record CatalogueCountry(
        Country country, CurrencyCode currency, String language, VatRate vatRate, List<Product> products) {

    /**
     * An article.
     *
     * @param unitPriceMicros in millionths of the currency's unit
     */
    record Product(String sku, String name, long unitPriceMicros) {}

    /** The country of the catalogue whose law asks for no receipt. */
    static final Country WITHOUT_FISCALIZATION = Country.GB;

    static final List<CatalogueCountry> ALL = List.of(
            new CatalogueCountry(
                    Country.RU,
                    CurrencyCode.RUB,
                    "ru",
                    VatRate.VAT22,
                    List.of(
                            product("DR-101", "Платье льняное", 4_990.00),
                            product("SN-207", "Кроссовки беговые", 8_790.50),
                            product("BG-033", "Сумка через плечо", 3_450.00),
                            product("SC-412", "Носки хлопковые, 3 пары", 599.90))),
            new CatalogueCountry(
                    Country.KZ,
                    CurrencyCode.KZT,
                    "ru",
                    VatRate.NONE,
                    List.of(
                            product("JK-118", "Куртка демисезонная", 38_900.00),
                            product("SN-207", "Кроссовки беговые", 41_500.00),
                            product("CP-009", "Кепка", 5_990.00))),
            new CatalogueCountry(
                    Country.DE,
                    CurrencyCode.EUR,
                    "de",
                    VatRate.NONE,
                    List.of(
                            product("DR-101", "Leinenkleid", 59.95),
                            product("BT-550", "Stiefeletten", 119.00),
                            product("ZB-777", "Knöpfe, lose", 0.125))),
            new CatalogueCountry(
                    Country.GB,
                    CurrencyCode.GBP,
                    "en",
                    VatRate.NONE,
                    List.of(
                            product("MG-001", "White hanging heart T-light holder", 2.55),
                            product("BG-033", "Jumbo bag red retrospot", 1.95),
                            product("CL-088", "Alarm clock bakelike green", 3.75))),
            new CatalogueCountry(
                    Country.JP,
                    CurrencyCode.JPY,
                    "en",
                    VatRate.NONE,
                    List.of(product("KM-300", "Cotton kimono", 12_800), product("TW-045", "Tenugui towel", 1_320))));

    private static final double MICROS = 1e6;

    private static Product product(String sku, String name, double price) {
        return new Product(sku, name, Math.round(price * MICROS));
    }
}
