package io.refundtool.bus.security;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Limits of one caller; what is not said is as for everybody.
 *
 * @param name the caller's, as its token has it
 */
public record CallerSettings(
        String name,
        @Nullable Integer requests,
        @Nullable Duration per,
        @Nullable Integer maxBodyBytes,
        @Nullable Integer maxEvents) {

    CallerLimits over(CallerLimits everybody) {
        return new CallerLimits(
                Objects.requireNonNullElse(requests, everybody.requests()),
                Objects.requireNonNullElse(per, everybody.per()),
                Objects.requireNonNullElse(maxBodyBytes, everybody.maxBodyBytes()),
                Objects.requireNonNullElse(maxEvents, everybody.maxEvents()));
    }
}
