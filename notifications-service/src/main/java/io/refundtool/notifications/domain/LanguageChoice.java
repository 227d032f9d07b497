package io.refundtool.notifications.domain;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.Customer;
import java.util.Locale;
import java.util.Map;

/**
 * The language a customer is written to in: the customer's own, else the country's usual one, else the fallback.
 *
 * @param byCountry the usual language of a country (ISO 639-1)
 * @param fallback a language in which every template exists
 */
public record LanguageChoice(Map<Country, String> byCountry, String fallback) {
    public LanguageChoice {
        byCountry = Map.copyOf(byCountry);
    }

    /** Language and country; the country also decides how dates and amounts look. */
    public Locale localeFor(Customer customer, Country country) {
        String language = customer.language();
        return Locale.of(language != null ? language : byCountry.getOrDefault(country, fallback), country.wire());
    }
}
