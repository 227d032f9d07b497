package io.refundtool.refund.streams;

import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.declined;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.deadline.DeadlinePassed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Deadlines pass by the clock, go through their topic, and are decided as any other event. */
class DeadlinesTest {

    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");
    private static final Event REGISTERED = registered("R-1", movement("R-1"), 1000);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path stateDir;

    private RefundTopologyDriver driver;

    @BeforeEach
    void open() {
        driver = new RefundTopologyDriver(stateDir);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                Arguments.of(List.of(ASKED), Awaited.PAYMENT, MINUTE, "refund.approved.v1"),
                Arguments.of(List.of(ASKED, PAID), Awaited.RECEIPT, MINUTE.multipliedBy(5), "refund.money-refunded.v1"),
                Arguments.of(
                        List.of(ASKED, PAID, REGISTERED),
                        Awaited.NOTIFICATION,
                        MINUTE.multipliedBy(15),
                        "refund.completed.v1"),
                Arguments.of(
                        List.of(ASKED, declined("R-1", 1, 1)),
                        Awaited.CLARIFICATION,
                        Duration.ofDays(14),
                        "refund.rejected.v1"),
                Arguments.of(
                        List.of(ASKED, PAID, REGISTERED, cancelled("R-1")),
                        Awaited.REVERSAL,
                        MINUTE,
                        "refund.reversal-started.v1"));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void shouldTellOfADeadlineWhenItPassesAndNotBeforeAndNotTwice(
            List<Event> history, Awaited awaited, Duration wait, String follows) {
        // given
        pipe(history);
        driver.announcedTypes();

        // when
        driver.advance(wait.minusMillis(1));
        List<DeadlinePassed> before = driver.passed();
        driver.advance(Duration.ofMillis(1));
        List<DeadlinePassed> at = driver.passed();
        driver.advance(SECOND);

        // then
        assertThat(before).isEmpty();
        assertThat(at).singleElement().satisfies(passed -> {
            assertThat(passed.awaited()).isEqualTo(awaited);
            assertThat(passed.attempt()).isEqualTo(1);
            assertThat(passed.dueAt()).isEqualTo(NOON.plus(wait));
        });
        assertThat(driver.passed()).isEmpty();
        assertThat(driver.announcedTypes()).last().isEqualTo(follows);
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void shouldTellNothingOfWhatWasAnsweredBefore() {
        // given
        driver.pipe("asked", ASKED);
        driver.advance(MINUTE.minus(SECOND));
        driver.pipe("paid", PAID);

        // when
        driver.advance(MINUTE.multipliedBy(4));

        // then
        assertThat(driver.passed()).isEmpty();
        driver.advance(MINUTE);
        assertThat(driver.passed())
                .extracting(DeadlinePassed::awaited, DeadlinePassed::dueAt)
                .containsExactly(
                        tuple(Awaited.RECEIPT, NOON.plus(MINUTE.multipliedBy(6)).minus(SECOND)));
    }

    @Test
    void shouldAskAgainEverLaterAndHoldTheRefundAtTheEnd() {
        // given
        driver.pipe("asked", ASKED);

        // when
        for (int second = 0; second <= Duration.ofHours(1).toSeconds(); second++) {
            driver.advance(SECOND);
        }

        // then
        List<DeadlinePassed> passed = driver.passed();
        assertThat(passed)
                .extracting(deadline -> Duration.between(NOON, deadline.dueAt()).toMinutes())
                .containsExactly(1L, 3L, 7L, 15L, 31L);
        assertThat(passed).extracting(DeadlinePassed::attempt).containsExactly(1, 2, 3, 4, 5);
        assertThat(passed).extracting(DeadlinePassed::limit).containsOnly(5);
        assertThat(driver.announcedTypes())
                .filteredOn("refund.approved.v1"::equals)
                .hasSize(5);
        assertThat(driver.order(ORDER).refund("R-1").orElseThrow().status()).isEqualTo(RefundStatus.ON_HOLD);
        assertThat(driver.alarms()).isZero();
    }

    @Test
    void shouldWaitAsLongAsTheCountrySays() {
        // given
        open(Map.of("countries.RU.payment.first", "10s", "countries.RU.payment.attempts", "2", "payment.first", "1h"));
        driver.pipe("asked", ASKED);

        // when
        driver.advance(Duration.ofSeconds(10));

        // then
        assertThat(driver.passed())
                .singleElement()
                .extracting(DeadlinePassed::limit)
                .isEqualTo(2);
    }

    @Test
    void shouldTellOfTwoThingsThatARefundWaitsForAtOnce() {
        // given
        open(Map.of("reversal.first", "7m"));
        pipe(List.of(ASKED, PAID, cancelled("R-1")));

        // when
        driver.advance(MINUTE.multipliedBy(5));
        List<DeadlinePassed> first = driver.passed();
        driver.advance(MINUTE.multipliedBy(2));

        // then
        assertThat(first).extracting(DeadlinePassed::awaited).containsExactly(Awaited.RECEIPT);
        assertThat(driver.passed()).extracting(DeadlinePassed::awaited).containsExactly(Awaited.REVERSAL);
    }

    private void open(Map<String, String> settings) {
        driver.close();
        driver = new RefundTopologyDriver(stateDir.resolve("set"), settings);
    }

    private void pipe(List<Event> history) {
        IntStream.range(0, history.size()).forEach(at -> driver.pipe("e" + at, history.get(at)));
    }
}
