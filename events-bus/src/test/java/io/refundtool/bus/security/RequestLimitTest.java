package io.refundtool.bus.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

    private final RequestLimit limit = new RequestLimit(Duration.ofDays(1));

    @Test
    void shouldSayHowLongTheNextTokenTakes() {
        // given
        Caller caller = caller("c", 2, Duration.ofHours(2));
        limit.waitFor(caller);
        limit.waitFor(caller);

        // when // then
        assertThat(limit.waitFor(caller))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofHours(1)));
    }

    @Test
    void shouldAskForAWholeSecondAtLeast() {
        // given
        Caller caller = caller("c", 1, Duration.ofMinutes(10));
        limit.waitFor(caller);

        // when // then
        assertThat(limit.waitFor(caller)).hasValueSatisfying(wait -> {
            assertThat(wait.toNanosPart()).isZero();
            assertThat(wait).isPositive();
        });
    }

    @Test
    void shouldKeepItsMemoryBoundedHoweverManyCallersThereAre() {
        // when
        for (int i = 0; i < 3 * RequestLimit.MAX_BUCKETS; i++) {
            limit.waitFor(caller("caller-" + i, 1, Duration.ofDays(1)));
        }

        // then
        assertThat(limit.callers()).isBetween(1L, (long) RequestLimit.MAX_BUCKETS);
    }

    private static Caller caller(String name, int requests, Duration per) {
        return new Caller(name, Set.of(), new CallerLimits(requests, per, 1, 1));
    }
}
