package io.refundtool.messaging.deadletters;

import static io.refundtool.messaging.deadletters.Reading.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Envelope;
import io.refundtool.events.operator.NoteAdded;
import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaFixture;
import io.refundtool.messaging.TestEvents;
import io.refundtool.testservers.NeedsServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Events of an order never pass one that waits, on a real broker and a real database. */
@ResourceLock(KafkaFixture.SHARED_BROKER)
@NeedsServers
class ParkingTest {

    private final Reading reading = new Reading();
    private final EventConsumer consumer = reading.start();

    @AfterEach
    void close() {
        consumer.close();
        assertThat(consumer.failure()).isEmpty();
        reading.close();
    }

    @Test
    void shouldLetLaterEventsOfTheOrderWaitAndNobodyElse() {
        // when
        reading.write("o1", "a", TOO_LONG, "b", "c");
        reading.write("o2", "x", "y");
        List<DeadLetter> letters = reading.awaitWaiting(1);
        reading.write("o1", "d");
        reading.write("o2", "z");

        // then
        await().untilAsserted(() -> assertThat(reading.notes("o2")).containsExactly("x", "y", "z"));
        await().untilAsserted(
                        () -> assertThat(reading.database.count("parked_event")).isEqualTo(4));
        assertThat(reading.notes("o1")).containsExactly("a");
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).isEqualTo("REFUSED_BY_DATABASE");
            assertThat(letter.orderId()).isEqualTo("o1");
            assertThat(letter.attempt()).isOne();
        });
    }

    @Test
    void shouldWorkOnAPublishedLetterFirstAndThenOnThoseBehindIt() {
        // given
        reading.write("o1", "a", TOO_LONG, "b", "c");
        List<DeadLetter> letters = reading.awaitWaiting(1);
        reading.mend();

        // when
        reading.decide(LetterAction.PUBLISH, letters);
        reading.write("o1", "d");

        // then
        await().untilAsserted(() -> assertThat(reading.notes("o1")).containsExactly("a", TOO_LONG, "b", "c", "d"));
        assertThat(reading.waiting()).isEmpty();
        assertThat(reading.database.count("parked_order")).isZero();
        assertThat(reading.database.count("parked_event")).isZero();
    }

    @Test
    void shouldGoOnWithoutADroppedLetter() {
        // given
        reading.write("o1", "a", TOO_LONG, "b", "c");
        List<DeadLetter> letters = reading.awaitWaiting(1);
        await().untilAsserted(
                        () -> assertThat(reading.database.count("parked_event")).isEqualTo(3));

        // when
        reading.decide(LetterAction.DROP, letters);

        // then
        await().untilAsserted(() -> assertThat(reading.notes("o1")).containsExactly("a", "b", "c"));
        await().untilAsserted(
                        () -> assertThat(reading.database.count("parked_order")).isZero());
        assertThat(reading.letters.find(letters.getFirst().id()).orElseThrow().state())
                .isEqualTo(LetterState.DROPPED);
    }

    @Test
    void shouldWaitOnWhenAPublishedLetterFailsAgain() {
        // given
        reading.write("o1", TOO_LONG, "b");
        List<DeadLetter> first = reading.awaitWaiting(1);

        // when
        reading.decide(LetterAction.PUBLISH, first);

        // then
        await().untilAsserted(() -> assertThat(reading.waiting())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.id()).isEqualTo(first.getFirst().id());
                    assertThat(letter.attempt()).isEqualTo(2);
                }));
        assertThat(reading.notes("o1")).isEmpty();

        // when
        reading.mend();
        reading.decide(LetterAction.PUBLISH, reading.waiting());

        // then
        await().untilAsserted(() -> assertThat(reading.notes("o1")).containsExactly(TOO_LONG, "b"));
    }

    @Test
    void shouldHoldTheOrderAgainAtTheNextEventThatIsRefused() {
        // given
        reading.write("o1", TOO_LONG, "b", TOO_LONG + " 2", "c");
        List<DeadLetter> first = reading.awaitWaiting(1);
        await().untilAsserted(
                        () -> assertThat(reading.database.count("parked_event")).isEqualTo(4));

        // when
        reading.decide(LetterAction.DROP, first);

        // then
        List<DeadLetter> second = reading.awaitWaiting(1);
        assertThat(second.getFirst().id()).isNotEqualTo(first.getFirst().id());
        assertThat(second.getFirst().attempt()).isOne();
        await().untilAsserted(() -> assertThat(reading.notes("o1")).containsExactly("b"));

        // when
        reading.decide(LetterAction.DROP, second);

        // then
        await().untilAsserted(() -> assertThat(reading.notes("o1")).containsExactly("b", "c"));
    }

    @Test
    void shouldNotTakeARepetitionOfAWaitingEventForALaterOne() {
        // given
        Envelope<NoteAdded> refused = TestEvents.noteAdded("o1", TOO_LONG);
        Envelope<NoteAdded> behind = TestEvents.noteAdded("o1", "b");
        reading.write(refused, behind, refused, behind, TestEvents.noteAdded("o1", "c"));
        List<DeadLetter> letters = reading.awaitWaiting(1);
        await().untilAsserted(
                        () -> assertThat(reading.database.count("parked_event")).isEqualTo(3));
        reading.mend();

        // when
        reading.decide(LetterAction.PUBLISH, letters);

        // then
        await().untilAsserted(() -> assertThat(reading.notes("o1")).containsExactly(TOO_LONG, "b", "c"));
    }

    @Test
    void shouldWaitUntilTheTimeThatWasNamed() {
        // given
        reading.write("o1", TOO_LONG, "b");
        List<DeadLetter> letters = reading.awaitWaiting(1);
        reading.mend();

        // when
        reading.decide(
                letters,
                Reading.request(LetterAction.PUBLISH, null, Instant.now().plus(Duration.ofHours(1))));
        reading.write("o1", "c");
        reading.write("o2", TOO_LONG);

        // then
        await().untilAsserted(() -> assertThat(reading.notes("o2")).hasSize(1));
        await().untilAsserted(
                        () -> assertThat(reading.database.count("parked_event")).isEqualTo(3));
        assertThat(reading.notes("o1")).isEmpty();

        // when
        reading.database.jdbc().update("update parked_order set due_at = now()");

        // then
        await().untilAsserted(() -> assertThat(reading.notes("o1")).containsExactly(TOO_LONG, "b", "c"));
    }

    @Test
    void shouldKeepTheOrderOfMoreEventsThanMayWait() {
        // given
        String[] notes = IntStream.range(0, 1_010).mapToObj(i -> "n" + i).toArray(String[]::new);
        reading.write("o1", TOO_LONG);
        reading.write("o1", notes);

        // when
        List<DeadLetter> letters = reading.awaitWaiting(12);
        assertThat(letters.stream().map(DeadLetter::cause))
                .containsOnlyOnce("REFUSED_BY_DATABASE")
                .filteredOn("TOO_MANY_WAIT"::equals)
                .hasSize(11);
        reading.mend();
        reading.decide(LetterAction.PUBLISH, letters.reversed());

        // then
        await().untilAsserted(() -> assertThat(reading.notes("o1")).hasSize(1_011));
        assertThat(reading.notes("o1"))
                .isEqualTo(Stream.concat(Stream.of(TOO_LONG), Stream.of(notes)).toList());
    }
}
