package io.refundtool.fiscalization.application;

import io.refundtool.events.common.Country;
import java.util.Set;

/**
 * Which countries ask for a receipt.
 *
 * @param required countries that do
 * @param notRequired countries that do not
 * @param requiredByDefault what holds for a country that neither set names
 */
public record CountryRules(Set<Country> required, Set<Country> notRequired, boolean requiredByDefault) {
    public CountryRules {
        required = Set.copyOf(required);
        notRequired = Set.copyOf(notRequired);
        for (Country country : required) {
            if (notRequired.contains(country)) {
                throw new IllegalArgumentException(
                        "Expected a country to be required or not required, but %s is both".formatted(country));
            }
        }
    }

    public boolean receiptRequired(Country country) {
        return required.contains(country) || (requiredByDefault && !notRequired.contains(country));
    }
}
