package io.refundtool.refund.streams;

import io.refundtool.events.common.Country;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long refunds wait, and how often; {@link DeadlinePolicy} has the defaults and the checks.
 *
 * @param checkInterval how often it is looked whether a deadline is due; it bounds how late one fires, and each look costs
 *     a transaction
 * @param maxPerCheck how many deadlines of a partition are looked after at once; the rest come at the next look, so that
 *     events do not wait long for deadlines
 * @param countries what is different in a country
 */
@ConfigurationProperties("refundtool.deadlines")
public record DeadlineSettings(
        @DefaultValue("500ms") Duration checkInterval,
        @DefaultValue("1000") int maxPerCheck,
        @Nullable PaceSettings request,
        @Nullable PaceSettings clarification,
        @Nullable PaceSettings payment,
        @Nullable PaceSettings receipt,
        @Nullable PaceSettings notification,
        @Nullable PaceSettings reversal,
        @DefaultValue Map<Country, PacesSettings> countries) {

    private static final Duration MIN_INTERVAL = Duration.ofMillis(10);
    private static final Duration MAX_INTERVAL = Duration.ofMinutes(1);

    public DeadlineSettings {
        countries = Map.copyOf(countries);
        if (checkInterval.compareTo(MIN_INTERVAL) < 0 || checkInterval.compareTo(MAX_INTERVAL) > 0) {
            throw new IllegalArgumentException(
                    "Expected refundtool.deadlines.check-interval to be between %d ms and %d s, but it is %s"
                            .formatted(MIN_INTERVAL.toMillis(), MAX_INTERVAL.toSeconds(), checkInterval));
        }
        if (maxPerCheck < 1) {
            throw new IllegalArgumentException(
                    "Expected refundtool.deadlines.max-per-check to be at least 1, but it is " + maxPerCheck);
        }
    }

    PacesSettings everywhere() {
        return new PacesSettings(request, clarification, payment, receipt, notification, reversal);
    }
}
