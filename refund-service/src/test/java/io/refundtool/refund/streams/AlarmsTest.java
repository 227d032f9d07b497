package io.refundtool.refund.streams;

import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.arrives;
import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.movementBack;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.RefundEvents.reversed;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Event;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.deadline.DeadlinePassed;
import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.domain.OrderState;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundDecider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refund that waits has one alarm, and what is due is told once. */
class AlarmsTest {

    private static final Event ASKED = requested("R-1", line("L1", 1, 1000));
    private static final Event PAID = paid("R-1", 1, 1, 1000, "T-1");
    private static final Event REGISTERED = registered("R-1", movement("R-1"), 1000);
    private static final Event NOTIFIED = notified("R-1", RefundStatus.FISCALIZED);
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

    @Test
    void shouldSetOneAlarmForARefundAndRemoveItWhenNothingIsAwaited() {
        // given
        pipe(List.of(ASKED, PAID, REGISTERED));
        assertThat(driver.alarms()).isEqualTo(1);

        // when
        driver.pipe("notified", NOTIFIED);

        // then
        assertThat(driver.alarms()).isZero();
        driver.advance(Duration.ofDays(30));
        assertThat(driver.passed()).isEmpty();
    }

    @Test
    void shouldLeaveTheRestToTheNextCheckWhenMuchIsDue() {
        // given
        open(Map.of("max-per-check", "2"));
        IntStream.rangeClosed(1, 3)
                .forEach(number -> driver.pipe("e" + number, requested("R-" + number, line("L1", 1, 1))));

        // when
        driver.advance(MINUTE);

        // then
        assertThat(driver.passed()).extracting(DeadlinePassed::refundId).containsExactly("R-1", "R-2");
        assertThat(driver.meters().get("refundtool.deadlines.overdue").gauge().value())
                .isEqualTo(1);
        driver.advance(SECOND);
        assertThat(driver.passed()).extracting(DeadlinePassed::refundId).containsExactly("R-3");
        assertThat(driver.meters().get("refundtool.deadlines.overdue").gauge().value())
                .isZero();
    }

    @Test
    void shouldMeasureHowLateItTells() {
        // given
        driver.pipe("asked", ASKED);

        // when
        driver.advance(MINUTE.plusMillis(300));

        // then
        var late = driver.meters()
                .get("refundtool.deadlines.late")
                .tag("awaited", "payment")
                .timer();
        assertThat(late.count()).isEqualTo(1);
        assertThat(late.max(TimeUnit.MILLISECONDS)).isEqualTo(300);
    }

    @Test
    void shouldHaveNoDeadlineWhenMoneyCameBackAndNothingIsAwaited() {
        // given
        pipe(List.of(ASKED, PAID, cancelled("R-1"), REGISTERED, reversed("R-1", 1, 1000, "T-1")));

        // when
        driver.pipe("compensated", registered("R-1", movementBack("R-1"), 1000));

        // then
        assertThat(driver.alarms()).isZero();
    }

    @Test
    void shouldNotTellAgainWhatTheStateMachineHasYetToHear() {
        // given
        KeyValueStore<Bytes, byte[]> entries = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("alarms"), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        entries.init(new MockProcessorContext<>().getStateStoreContext(), entries);
        DeadlineStore store = new DeadlineStore(entries);
        Deadlines deadlines = new Deadlines(store, new DeadlinePolicy(RefundTopologyDriver.deadlines(Map.of())));
        Decision decision = RefundDecider.decide(OrderState.EMPTY, arrives("e1", ASKED));
        Refund refund = ((Decision.Accepted) decision).next();
        WatchedRefund watched = deadlines.next(WatchedRefund.unwatched(refund), refund, null, NOON);
        assertThat(store.take(NOON.plus(MINUTE), 2)).hasSize(1);

        // when
        WatchedRefund rung = deadlines.rung(watched, NOON.plus(MINUTE));
        WatchedRefund later = deadlines.next(rung, refund, null, NOON.plus(MINUTE));

        // then
        assertThat(watched.over(NOON.plus(MINUTE))).hasSize(1);
        assertThat(later.over(NOON.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(store.overdue(NOON.plus(Duration.ofDays(1)), 2)).isZero();
    }

    private void open(Map<String, String> settings) {
        driver.close();
        driver = new RefundTopologyDriver(stateDir.resolve("set"), settings);
    }

    private void pipe(List<Event> history) {
        IntStream.range(0, history.size()).forEach(at -> driver.pipe("e" + at, history.get(at)));
    }
}
