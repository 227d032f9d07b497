package io.refundtool.bus.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/**
 * A bucket of tokens for every caller, in this instance of the gateway alone. It takes bounded memory however many callers
 * there are: a bucket that nobody used until it was full is dropped, and so is the one that was not used for longest when
 * there are too many.
 */
final class RequestLimit {

    static final int MAX_BUCKETS = 10_000;
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final Cache<String, Bucket> buckets;

    /** @param longestRefill no bucket takes longer than this to be full again */
    RequestLimit(Duration longestRefill) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_BUCKETS)
                .expireAfterAccess(longestRefill)
                .build();
    }

    /** How long the caller has to wait, in whole seconds; nothing when it need not, and then the request is counted. */
    Optional<Duration> waitFor(Caller caller) {
        ConsumptionProbe probe =
                buckets.get(caller.name(), _ -> bucket(caller.limits())).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(wholeSeconds(Duration.ofNanos(probe.getNanosToWaitForRefill())));
    }

    /** How many callers have a bucket. */
    long callers() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private static Duration wholeSeconds(Duration wait) {
        Duration up = Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds());
        return up.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : up;
    }

    private static Bucket bucket(CallerLimits limits) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(limits.requests()).refillGreedy(limits.requests(), limits.per()))
                .withNanosecondPrecision()
                .build();
    }
}
