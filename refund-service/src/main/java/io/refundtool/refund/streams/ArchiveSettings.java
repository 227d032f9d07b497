package io.refundtool.refund.streams;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * When finished orders are forgotten.
 *
 * @param after how long nothing changed; longer than goods may come back, since a request for a forgotten order is checked
 *     against that order alone and not against what was refunded before. The law of the EU lets defective goods come back
 *     for two years (Directive (EU) 2019/771, article 10). Topics have to be kept longer than that
 * @param interval from one look to the next, in seconds unless it has a unit
 * @param batch how many orders are told at once; the rest comes after the next interval
 */
@ConfigurationProperties("refundtool.archive")
public record ArchiveSettings(
        @DefaultValue("P730D") Duration after,

        @DefaultValue("60") @DurationUnit(ChronoUnit.SECONDS)
        Duration interval,

        @DefaultValue("500") int batch) {

    /** Longer than any clocks differ, and than answers wait for a request that does not come. */
    private static final Duration MIN_AFTER = Duration.ofDays(2);

    private static final Duration MIN_INTERVAL = Duration.ofSeconds(1);

    /** By how much the clocks of writers may differ from those of brokers. */
    private static final Duration CLOCK_MARGIN = Duration.ofDays(1);

    private static final int MAX_BATCH = 10_000;

    public ArchiveSettings {
        if (after.compareTo(MIN_AFTER) < 0) {
            throw new IllegalArgumentException(
                    "Expected refundtool.archive.after to be at least %s, but it is %s".formatted(MIN_AFTER, after));
        }
        if (interval.compareTo(MIN_INTERVAL) < 0) {
            throw new IllegalArgumentException("Expected refundtool.archive.interval to be at least %s, but it is %s"
                    .formatted(MIN_INTERVAL, interval));
        }
        if (batch < 1 || batch > MAX_BATCH) {
            throw new IllegalArgumentException("Expected refundtool.archive.batch to be between 1 and %d, but it is %d"
                    .formatted(MAX_BATCH, batch));
        }
    }

    /** An event that is older than this when it is written may be of an order that was forgotten since. */
    Duration tooOld() {
        return after.minus(CLOCK_MARGIN);
    }
}
