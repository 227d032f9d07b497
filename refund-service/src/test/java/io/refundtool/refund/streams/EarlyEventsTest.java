package io.refundtool.refund.streams;

import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.Country;
import io.refundtool.events.deadline.DeadlinePassed;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.refund.domain.RefundDecider;
import io.refundtool.refund.streams.SequenceEntry.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that come before the request of their refund. */
class EarlyEventsTest {

    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");
    private static final Duration HOUR = Duration.ofHours(1);

    private RefundTopologyDriver driver;

    @BeforeEach
    void open(@TempDir Path stateDir) {
        driver = new RefundTopologyDriver(stateDir);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldKeepAnAnswerUntilItsRefundIsRequested() {
        // given
        driver.pipe("e1", PAID);
        assertThat(driver.announcedTypes()).isEmpty();
        assertThat(driver.deadLetters()).isEmpty();

        // when
        driver.pipe("e2", ASKED);

        // then
        assertThat(driver.announcedTypes()).containsExactly("refund.approved.v1", "refund.money-refunded.v1");
        assertThat(driver.sequence(ORDER))
                .extracting(SequenceEntry::outcome)
                .containsExactly(Outcome.EARLY, Outcome.ACCEPTED);
    }

    @Test
    void shouldApplyAllThatCameEarlyInItsOrder() {
        // given
        driver.pipe("e1", PAID);
        driver.pipe("e2", registered("R-1", movement("R-1"), 1000));

        // when
        driver.pipe("e3", ASKED);

        // then
        assertThat(driver.announcedTypes())
                .containsExactly("refund.approved.v1", "refund.money-refunded.v1", "refund.fiscalized.v1");
    }

    @Test
    void shouldApplyWhatCameEarlyToItsOwnRefundOnly() {
        // given
        driver.pipe("e1", PAID);

        // when
        driver.pipe("e2", requested("R-2", line("L1", 1, 1000)));

        // then
        assertThat(driver.announcedTypes()).containsExactly("refund.approved.v1");
    }

    @Test
    void shouldRefuseMoreEarlyAnswersThanItKeeps() {
        // given
        for (int kept = 1; kept <= RefundDecider.MAX_EARLY_EVENTS; kept++) {
            driver.pipe("e" + kept, paid("R-1", 1, 1, 1000, "T-" + kept));
        }
        assertThat(driver.deadLetters()).isEmpty();

        // when
        driver.pipe("e21", PAID);

        // then
        assertThat(causes()).containsExactly("UNKNOWN_REFUND");
        assertThat(driver.alarms()).isEqualTo(1);
    }

    @Test
    void shouldTellSomebodyOnceWhenTheRequestDoesNotCome() {
        // given
        driver.pipe("e1", PAID);
        driver.advance(HOUR.minusSeconds(1));
        assertThat(driver.passed()).isEmpty();

        // when
        driver.advance(Duration.ofSeconds(1));
        driver.advance(HOUR);

        // then
        assertThat(driver.passed()).singleElement().satisfies(passed -> {
            assertThat(passed.awaited()).isEqualTo(Awaited.REQUEST);
            assertThat(passed.refundId()).isEqualTo("R-1");
            assertThat(passed.country()).isEqualTo(Country.RU);
        });
        assertThat(causes()).containsExactly("UNKNOWN_REFUND");
        assertThat(driver.alarms()).isZero();
    }

    @Test
    void shouldNotMissARequestThatCame() {
        // given
        driver.pipe("e1", PAID);
        driver.pipe("e2", ASKED);

        // when
        driver.advance(HOUR);

        // then
        assertThat(driver.passed()).extracting(DeadlinePassed::awaited).doesNotContain(Awaited.REQUEST);
        assertThat(driver.deadLetters()).isEmpty();
    }

    private List<String> causes() {
        return driver.deadLetters().stream().map(EarlyEventsTest::cause).toList();
    }

    private static String cause(TestRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader(DeadLetters.CAUSE).value(), StandardCharsets.UTF_8);
    }
}
