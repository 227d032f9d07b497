package io.refundtool.refund.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.refundtool.events.Event;
import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import io.refundtool.events.InvalidEventException;
import io.refundtool.events.common.Awaited;
import io.refundtool.events.deadline.DeadlinePassed;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.refund.domain.RefundEvents;
import io.refundtool.refund.scenario.Machine;
import io.refundtool.refund.scenario.Reaction;
import io.refundtool.refund.scenario.Scenario;
import io.refundtool.refund.scenario.Standing;
import io.refundtool.refund.scenario.Standings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a broker, as scenarios are played on it. */
final class TopologyMachine implements Machine {

    /** As refund-service is configured at delivery. */
    private static final Duration FOR_REQUEST = Duration.ofHours(1);

    private static final Duration CHECKED_WITHIN = Duration.ofSeconds(1);

    private final Scenario.Given given;
    private final RefundTopologyDriver driver;
    private final Clock clock;

    TopologyMachine(Scenario.Given given, RefundTopologyDriver driver, Clock clock) {
        this.given = given;
        this.driver = driver;
        this.clock = clock;
    }

    /** The clock of a topology on which several scenarios are played. */
    static final class Clock {
        private final RefundTopologyDriver driver;
        private Instant now = RefundEvents.NOON;

        Clock(RefundTopologyDriver driver) {
            this.driver = driver;
        }

        Instant now() {
            return now;
        }

        void advanceTo(Instant due) {
            Instant looked = due.plus(CHECKED_WITHIN);
            driver.advance(Duration.between(now, looked));
            now = looked;
        }
    }

    @Override
    public Reaction happens(String eventId, Event event) {
        int before = sequence().size();
        driver.pipe(given.orderId() + "-" + eventId, event);
        return reaction(eventId, event, before);
    }

    /** The clock goes on until the deadline passes; whatever else was due in that time passes too. */
    @Override
    public Reaction passes(String eventId, Awaited awaited, String refundId) {
        int before = sequence().size();
        clock.advanceTo(due(awaited, refundId));
        List<DeadlinePassed> passed = driver.passed().stream()
                .filter(deadline -> deadline.orderId().equals(given.orderId()))
                .toList();
        assertThat(passed)
                .as("deadlines that passed")
                .extracting(DeadlinePassed::refundId, DeadlinePassed::awaited)
                .containsExactly(tuple(refundId, awaited));
        return reaction(eventId, passed.getFirst(), before);
    }

    private Instant due(Awaited awaited, String refundId) {
        return driver.refunds()
                .watched(given.orderId(), refundId)
                .map(watched -> due(awaited, watched))
                .orElseGet(() -> clock.now().plus(FOR_REQUEST));
    }

    private static Instant due(Awaited awaited, WatchedRefund watched) {
        return watched.dues().stream()
                .filter(due -> due.what().awaited() == awaited)
                .map(Due::at)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected %s to wait for %s, but it waits for %s"
                        .formatted(watched.refund().refundId(), awaited.wire(), watched.dues())));
    }

    private Reaction reaction(String eventId, Event event, int before) {
        List<SequenceEntry> sequence = sequence();
        return new Reaction(
                eventId,
                event,
                driver.announced().stream()
                        .map(TopologyMachine::update)
                        .filter(update -> update.orderId().equals(given.orderId()))
                        .toList(),
                driver.deadLetters().stream().anyMatch(letter -> given.orderId().equals(text(letter.key()))),
                sequence.size() == before ? null : sequence.getLast().reason());
    }

    @Override
    public Map<String, Standing> standings() {
        return Standings.of(driver.order(given.orderId()));
    }

    private List<SequenceEntry> sequence() {
        return driver.sequence(given.orderId());
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }

    private static RefundUpdate update(TestRecord<byte[], byte[]> announced) {
        EventType type =
                CloudEvents.typeOf(announced.headers()).flatMap(EventType::of).orElseThrow();
        try {
            return (RefundUpdate) EventCodec.readStrictly(type, announced.value());
        } catch (InvalidEventException e) {
            throw new AssertionError(type.wireName(), e);
        }
    }
}
