package io.refundtool.refund.streams;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is set of a {@link Pace}; what is not keeps its default, or in a country what holds everywhere.
 *
 * @param first how long the first attempt waits
 * @param factor how much longer each attempt waits than the one before
 * @param longest what no attempt waits longer than, unless {@code first} is longer
 * @param attempts how many attempts there are before the waiting ends
 */
public record PaceSettings(
        @Nullable Duration first,
        @Nullable Integer factor,
        @Nullable Duration longest,
        @Nullable Integer attempts) {}
