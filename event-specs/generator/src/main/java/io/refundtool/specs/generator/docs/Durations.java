package io.refundtool.specs.generator.docs;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Says a duration in the largest unit that it is a whole number of. */
final class Durations {

    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS);

    private Durations() {}

    /** Such as "5 minutes" or "1 day"; what is finer than a second stays ISO 8601. */
    static String words(Duration duration) {
        return UNITS.stream()
                .filter(unit -> duration.toNanos() % unit.getDuration().toNanos() == 0)
                .findFirst()
                .map(unit -> words(duration.dividedBy(unit.getDuration()), unit))
                .orElse(duration.toString());
    }

    private static String words(long count, ChronoUnit unit) {
        String plural = unit.name().toLowerCase(Locale.ROOT);
        return count + " " + (count == 1 ? plural.substring(0, plural.length() - 1) : plural);
    }
}
