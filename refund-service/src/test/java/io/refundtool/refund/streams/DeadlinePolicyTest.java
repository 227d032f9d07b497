package io.refundtool.refund.streams;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.Country;
import io.refundtool.refund.scenario.Deadlines;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.NestedExceptionUtils;

class DeadlinePolicyTest {

    @ParameterizedTest
    @CsvSource({
        "REQUEST, PT1H, 1",
        "CLARIFICATION, P14D, 1",
        "PAYMENT, PT1M, 5",
        "RECEIPT, PT5M, 3",
        "NOTIFICATION, PT15M, 1",
        "REVERSAL, PT1M, 5"
    })
    void shouldWaitAsTheDesignSaysWhereNothingIsSet(Awaited awaited, Duration first, int attempts) {
        Pace pace = policy(Map.of()).pace(Country.DE, awaited);
        assertThat(pace.duration(1)).isEqualTo(first);
        assertThat(pace.attempts()).isEqualTo(attempts).isEqualTo(Deadlines.limit(awaited));
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeSettingsForEverythingThatIsAwaited(Awaited awaited) {
        DeadlinePolicy policy = policy(Map.of(awaited.wire() + ".first", "7s"));
        assertThat(policy.pace(Country.RU, awaited).duration(1)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void shouldWaitTwiceAsLongAtEachAttemptUpToALimit() {
        Pace pace = policy(Map.of("payment.longest", "5m")).pace(Country.RU, Awaited.PAYMENT);
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(pace::duration).map(Duration::toMinutes))
                .containsExactly(1L, 2L, 4L, 5L, 5L);
    }

    @Test
    void shouldNeverWaitLessThanTheFirstTime() {
        Pace pace = policy(Map.of("payment.first", "2h")).pace(Country.RU, Awaited.PAYMENT);
        assertThat(pace.duration(5)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void shouldNotOverflowHoweverOftenSomethingIsAnnounced() {
        Pace pace = policy(Map.of("payment.factor", "10", "payment.longest", "366d"))
                .pace(Country.RU, Awaited.PAYMENT);
        assertThat(pace.duration(1_000)).isEqualTo(Duration.ofDays(366));
    }

    @Test
    void shouldLetACountryDifferInWhatItSets() {
        // given
        DeadlinePolicy policy = policy(Map.of("receipt.attempts", "7", "countries.RU.receipt.first", "3m"));

        // when
        Pace russian = policy.pace(Country.RU, Awaited.RECEIPT);
        Pace other = policy.pace(Country.GB, Awaited.RECEIPT);

        // then
        assertThat(russian).isEqualTo(new Pace(Duration.ofMinutes(3), 2, Duration.ofMinutes(30), 7));
        assertThat(other).isEqualTo(new Pace(Duration.ofMinutes(5), 2, Duration.ofMinutes(30), 7));
        assertThat(policy.pace(Country.RU, Awaited.PAYMENT)).isEqualTo(policy.pace(Country.GB, Awaited.PAYMENT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "payment.first | 0s | Expected refundtool.deadlines.payment.first to be between 1 ms and 366 days, but it is PT0S",
                "payment.longest | 400d | Expected refundtool.deadlines.payment.longest to be between",
                "receipt.factor | 0 | Expected refundtool.deadlines.receipt.factor to be between 1 and 10, but it is 0",
                "reversal.attempts | 1001 | Expected refundtool.deadlines.reversal.attempts to be between 1 and 1000",
                "countries.RU.payment.attempts | 0 | Expected refundtool.deadlines.countries.RU.payment.attempts to be between",
                "request.attempts | 2 | Expected refundtool.deadlines.request.attempts to be 1, since nobody",
                "check-interval | 1ms | Expected refundtool.deadlines.check-interval to be between 10 ms and 60 s",
                "max-per-check | 0 | Expected refundtool.deadlines.max-per-check to be at least 1, but it is 0"
            })
    void shouldSayWhichSettingIsWrongAndWhy(String property, String value, String sentence) {
        assertThatThrownBy(() -> policy(Map.of(property, value)))
                .extracting(NestedExceptionUtils::getMostSpecificCause)
                .extracting(Throwable::getMessage, as(STRING))
                .startsWith(sentence);
    }

    private static DeadlinePolicy policy(Map<String, String> settings) {
        return new DeadlinePolicy(RefundTopologyDriver.deadlines(settings));
    }
}
