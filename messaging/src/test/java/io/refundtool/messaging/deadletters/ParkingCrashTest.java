package io.refundtool.messaging.deadletters;

import static io.refundtool.messaging.deadletters.Reading.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaFixture;
import io.refundtool.messaging.postgres.CrashingAt;
import io.refundtool.testservers.NeedsServers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Whatever step the process dies at, the next one goes on: no event is lost, worked on twice or overtaken, and no order
 * waits for a letter that nobody can see.
 */
@ResourceLock(KafkaFixture.SHARED_BROKER)
@NeedsServers
class ParkingCrashTest {

    /** {@code -Dcrash.every=1} tries every single step, which takes minutes. */
    private static final int TRY_EVERY = Integer.getInteger("crash.every", 14);

    private final Reading reading = new Reading();

    @AfterEach
    void close() {
        reading.close();
    }

    @Test
    void shouldKeepOrderAndOnceWhereverItDiesWhileEventsGetParked() {
        boolean crashed = true;
        for (int step = 1; crashed; step += TRY_EVERY) {
            // given
            String order = "parking-" + step;
            reading.write(order, "a", TOO_LONG, "b", TOO_LONG + " 2", "c");

            // when
            crashed = dieAt(step, order, 4);

            // then
            try (EventConsumer consumer = reading.start()) {
                awaitParked(order, 4);
                assertThat(reading.notes(order)).as("at step %d", step).containsExactly("a");
                reading.decide(LetterAction.DROP, reading.awaitWaiting(1));
                reading.decide(LetterAction.DROP, awaitNext(order, "a", "b"));
                awaitNotes(order, "a", "b", "c");
                assertThat(consumer.failure()).isEmpty();
            }
        }
    }

    @Test
    void shouldKeepOrderAndOnceWhereverItDiesWhileEventsGoOn() {
        boolean crashed = true;
        for (int step = 1; crashed; step += TRY_EVERY) {
            // given
            String order = "going-on-" + step;
            reading.write(order, TOO_LONG, "b", TOO_LONG + " 2", "c");
            try (EventConsumer _ = reading.start()) {
                awaitParked(order, 4);
            }
            reading.decide(LetterAction.DROP, reading.awaitWaiting(1));

            // when
            crashed = dieAt(step, order, 2);

            // then
            try (EventConsumer consumer = reading.start()) {
                reading.decide(LetterAction.DROP, awaitNext(order, "b"));
                awaitNotes(order, "b", "c");
                assertThat(consumer.failure()).isEmpty();
            }
        }
    }

    /** Lets a process die at a step; tells whether it did before so many rows waited. */
    private boolean dieAt(int step, String order, int parked) {
        CrashingAt database = new CrashingAt(reading.database.dataSource(), step);
        try (EventConsumer dying = reading.consumer(database)) {
            dying.start();
            await().until(() -> !dying.running() || parked(order) == parked);
        }
        return database.hasCrashed();
    }

    private List<DeadLetter> awaitNext(String order, String... notes) {
        awaitNotes(order, notes);
        return reading.awaitWaiting(1);
    }

    private void awaitNotes(String order, String... notes) {
        await().untilAsserted(() -> assertThat(reading.notes(order)).containsExactly(notes));
    }

    private void awaitParked(String order, int count) {
        await().untilAsserted(() -> assertThat(parked(order)).isEqualTo(count));
    }

    private int parked(String order) {
        Integer count = reading.database
                .jdbc()
                .queryForObject("select count(*) from parked_event where order_id = ?", Integer.class, order);
        return count == null ? -1 : count;
    }
}
