package io.refundtool.bus.security;

import io.refundtool.bus.publish.BatchLimits;
import java.io.Serializable;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a caller may send to one instance of the gateway; {@code refundtool.bus.security.limits} is what holds for
 * everybody who has no limits of its own. A request costs a token of the caller's bucket, which fills up evenly.
 *
 * @param requests the size of the bucket: so many requests may come at once, and so many in {@code per}; 1 to 1,000,000
 * @param per how long an empty bucket takes to be full again; 1 ms to 1 day
 * @param maxBodyBytes largest body in bytes; 1 to {@link BatchLimits#MAX_BODY_BYTES}
 * @param maxEvents most events of a batch; 1 to {@link BatchLimits#MAX_ITEMS}
 */
public record CallerLimits(
        @DefaultValue("2000") int requests,
        @DefaultValue("1s") Duration per,
        @DefaultValue("" + BatchLimits.MAX_BODY_BYTES) int maxBodyBytes,
        @DefaultValue("" + BatchLimits.MAX_ITEMS) int maxEvents)
        implements Serializable {

    private static final int MAX_REQUESTS = 1_000_000;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    public CallerLimits {
        within("requests", requests, MAX_REQUESTS);
        within("max-body-bytes", maxBodyBytes, BatchLimits.MAX_BODY_BYTES);
        within("max-events", maxEvents, BatchLimits.MAX_ITEMS);
        if (per.compareTo(SHORTEST) < 0 || per.compareTo(LONGEST) > 0) {
            throw new UnusableSecurityException(
                    "Expected per of a caller's limits to be between 1 ms and 1 day, but it is " + per);
        }
    }

    private static void within(String name, int value, int maximum) {
        if (value < 1 || value > maximum) {
            throw new UnusableSecurityException("Expected %s of a caller's limits to be between 1 and %d, but it is %d"
                    .formatted(name, maximum, value));
        }
    }
}
