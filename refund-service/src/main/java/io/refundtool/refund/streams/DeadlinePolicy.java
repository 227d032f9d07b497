package io.refundtool.refund.streams;

import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.Country;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** How long and how often a refund waits for what it needs, everywhere and by country. */
final class DeadlinePolicy {

    private static final String PREFIX = "refundtool.deadlines";

    private static final int DOUBLING = 2;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int PAYMENT_ATTEMPTS = 5;
    private static final int RECEIPT_ATTEMPTS = 3;

    /** The law 54-FZ wants a receipt within five minutes. */
    private static final Duration RECEIPT_LIMIT = Duration.ofMinutes(5);

    private static final Map<Awaited, Pace> USUAL = Map.of(
            Awaited.REQUEST,
            once(Duration.ofHours(1)),
            Awaited.CLARIFICATION,
            once(Duration.ofDays(14)),
            Awaited.PAYMENT,
            new Pace(Duration.ofMinutes(1), DOUBLING, LONGEST, PAYMENT_ATTEMPTS),
            Awaited.RECEIPT,
            new Pace(RECEIPT_LIMIT, DOUBLING, LONGEST, RECEIPT_ATTEMPTS),
            Awaited.NOTIFICATION,
            once(Duration.ofMinutes(15)),
            Awaited.REVERSAL,
            new Pace(Duration.ofMinutes(1), DOUBLING, LONGEST, PAYMENT_ATTEMPTS));

    private final DeadlineSettings settings;
    private final Map<Awaited, Pace> everywhere;
    private final Map<Country, Map<Awaited, Pace>> byCountry = new EnumMap<>(Country.class);

    /** @throws IllegalArgumentException for settings at which no deadline can be kept, with a sentence that says why */
    DeadlinePolicy(DeadlineSettings settings) {
        this.settings = settings;
        everywhere = paces(PREFIX, USUAL, settings.everywhere());
        settings.countries()
                .forEach((country, set) ->
                        byCountry.put(country, paces(PREFIX + ".countries." + country.wire(), everywhere, set)));
    }

    Pace pace(Country country, Awaited awaited) {
        Pace pace = byCountry.getOrDefault(country, everywhere).get(awaited);
        if (pace == null) {
            throw new IllegalStateException(
                    "Expected a pace for whatever is waited for, but there is none for " + awaited.wire());
        }
        return pace;
    }

    Duration checkInterval() {
        return settings.checkInterval();
    }

    int maxPerCheck() {
        return settings.maxPerCheck();
    }

    private static Map<Awaited, Pace> paces(String prefix, Map<Awaited, Pace> usual, PacesSettings set) {
        Map<Awaited, Pace> paces = new EnumMap<>(Awaited.class);
        usual.forEach((awaited, pace) -> {
            String property = prefix + "." + awaited.wire();
            Pace changed = pace.with(set.of(awaited)).checked(property);
            if (awaited == Awaited.REQUEST && changed.attempts() != 1) {
                throw new IllegalArgumentException(
                        "Expected %s.attempts to be 1, since nobody can be asked again for an unknown refund, but it is %d"
                                .formatted(property, changed.attempts()));
            }
            paces.put(awaited, changed);
        });
        return paces;
    }

    private static Pace once(Duration wait) {
        return new Pace(wait, 1, wait, 1);
    }
}
