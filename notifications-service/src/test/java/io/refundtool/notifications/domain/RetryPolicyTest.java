package io.refundtool.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
    private final RetryPolicy policy =
            new RetryPolicy(12, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofDays(1));

    @ParameterizedTest
    @CsvSource({"0, PT1S", "1, PT1S", "2, PT2S", "9, PT4M16S", "10, PT5M", "2000000000, PT5M"})
    void shouldDoublePausesUpToTheLongest(int attempts, Duration expected) {
        assertThat(policy.pauseAfter(attempts)).isEqualTo(expected);
    }
}
