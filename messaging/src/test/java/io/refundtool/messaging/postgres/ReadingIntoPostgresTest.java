package io.refundtool.messaging.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.Envelope;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.events.operator.NoteAdded;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaFixture;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.TestEvents;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The consumer, the inbox and a real PostgreSQL together. */
@ResourceLock(KafkaFixture.SHARED_BROKER)
@NeedsServers
class ReadingIntoPostgresTest {

    private static final Topic TOPIC = Topic.REFUND_OPERATOR_V1;
    private static final Topic DEAD_LETTERS = Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1;

    private final KafkaFixture kafka = KafkaFixture.shared(TOPIC, DEAD_LETTERS);

    @Test
    void shouldHandleAnEventOnceHoweverOftenItIsDelivered() {
        // given
        Envelope<NoteAdded> event = TestEvents.noteAdded("order-1", "once");
        Envelope<NoteAdded> last = TestEvents.noteAdded("order-1", "last");

        try (DatabaseFixture database = DatabaseFixture.shared();
                EventConsumer consumer = consumer(database)) {
            // when
            consumer.start();
            write(List.of(event, event));
            await().untilAsserted(() -> assertThat(notes(database)).containsExactly("once"));
            write(List.of(event, last));

            // then
            await().untilAsserted(() -> assertThat(notes(database)).containsExactly("once", "last"));
            assertThat(database.count("inbox")).isEqualTo(2);
        }
    }

    @Test
    void shouldPutAsideOnlyWhatTheDatabaseRefuses() {
        // given
        List<Envelope<NoteAdded>> events = IntStream.range(0, 100)
                .mapToObj(i ->
                        TestEvents.noteAdded("order-" + i, i % 40 == 7 ? "far too long for " + "x".repeat(i) : "n" + i))
                .toList();
        write(events);

        try (DatabaseFixture database = DatabaseFixture.shared();
                EventConsumer consumer = consumer(database)) {
            // when
            consumer.start();

            // then
            await().untilAsserted(() -> assertThat(notes(database))
                    .containsExactlyInAnyOrderElementsOf(events.stream()
                            .map(event -> event.event().note())
                            .filter(note -> note.length() <= 20)
                            .toList()));
            await().untilAsserted(() -> assertThat(kafka.read(DEAD_LETTERS)).hasSize(3));
            assertThat(kafka.read(DEAD_LETTERS)).allSatisfy(letter -> {
                assertThat(KafkaFixture.header(letter, "dl_cause")).isEqualTo("REFUSED_BY_DATABASE");
                assertThat(KafkaFixture.header(letter, "dl_message")).contains("SQLSTATE 22001");
            });
            assertThat(kafka.read(DEAD_LETTERS).stream().map(letter -> KafkaFixture.header(letter, "ce_id")))
                    .containsExactlyInAnyOrder(
                            events.get(7).id(),
                            events.get(47).id(),
                            events.get(87).id());
        }
    }

    @Test
    void shouldTellARepetitionFromAnotherEventUnderTheSameId() {
        // given
        Envelope<NoteAdded> first = TestEvents.noteAdded("order-1", "first");
        Envelope<NoteAdded> other = new Envelope<>(
                first.id(),
                first.source(),
                first.time(),
                null,
                TestEvents.noteAdded("order-1", "other").event());
        Envelope<NoteAdded> last = TestEvents.noteAdded("order-1", "last");
        write(List.of(first, other, first, last));

        try (DatabaseFixture database = DatabaseFixture.shared();
                EventConsumer consumer = consumer(database)) {
            // when
            consumer.start();

            // then
            await().untilAsserted(() -> assertThat(notes(database)).containsExactly("first", "last"));
            await().untilAsserted(() -> assertThat(kafka.read(DEAD_LETTERS))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(KafkaFixture.header(letter, "dl_cause")).isEqualTo("EVENT_CONFLICT");
                        assertThat(KafkaFixture.header(letter, "ce_id")).isEqualTo(first.id());
                        assertThat(new String(letter.value(), StandardCharsets.UTF_8))
                                .contains("other");
                    }));
        }
    }

    @Test
    void shouldSkipNothingWhileTheDatabaseIsAway() {
        try (OwnDatabase server = OwnDatabase.started();
                DatabaseFixture database = DatabaseFixture.of(server.jdbcUrl());
                EventConsumer consumer = consumer(database)) {
            // given
            consumer.start();
            write(List.of(TestEvents.noteAdded("order-1", "before")));
            await().untilAsserted(() -> assertThat(notes(database)).containsExactly("before"));

            // when
            server.stop();
            write(List.of(TestEvents.noteAdded("order-1", "meanwhile 1")));
            await().untilAsserted(() -> assertThat(consumer.paused()).isTrue());
            write(List.of(TestEvents.noteAdded("order-1", "meanwhile 2"), TestEvents.noteAdded("order-2", "other")));

            // then
            server.start();
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(notes(database))
                            .containsExactlyInAnyOrder("before", "meanwhile 1", "meanwhile 2", "other")
                            .containsSubsequence("before", "meanwhile 1", "meanwhile 2"));
            await().untilAsserted(() -> assertThat(consumer.paused()).isFalse());
            assertThat(consumer.running()).isTrue();
            assertThat(kafka.read(DEAD_LETTERS)).isEmpty();
        }
    }

    @Test
    void shouldTryAgainWhenItsConnectionIsEndedInTheMiddle() {
        // given
        AtomicInteger attempts = new AtomicInteger();
        write(List.of(TestEvents.noteAdded("order-1", "a")));

        try (DatabaseFixture database = DatabaseFixture.shared();
                EventConsumer consumer = consumer(database, events -> {
                    if (attempts.incrementAndGet() == 1) {
                        database.jdbc().queryForList("select pg_terminate_backend(pg_backend_pid())");
                    }
                    store(database, events);
                })) {
            // when
            consumer.start();

            // then
            await().untilAsserted(() -> assertThat(notes(database)).containsExactly("a"));
            assertThat(attempts).hasValue(2);
            assertThat(consumer.failure()).isEmpty();
        }
    }

    @Test
    void shouldNotLoseEventsWhenAnotherConsumerJoinsWhileTheDatabaseIsAway() {
        // given
        AtomicInteger failing = new AtomicInteger(1);
        List<Envelope<NoteAdded>> events = IntStream.range(0, 60)
                .mapToObj(i -> TestEvents.noteAdded("order-" + i, "n" + i))
                .toList();
        write(events);
        String groupId = "group-" + UUID.randomUUID();

        try (DatabaseFixture database = DatabaseFixture.shared();
                EventConsumer one = consumer(groupId, database, received -> unless(failing, database, received));
                EventConsumer two = consumer(groupId, database, received -> unless(failing, database, received))) {
            // when
            one.start();
            await().untilAsserted(() -> assertThat(one.paused()).isTrue());
            two.start();
            await().untilAsserted(() -> assertThat(two.paused()).isTrue());
            failing.set(0);

            // then
            await().untilAsserted(() -> assertThat(notes(database))
                    .containsExactlyInAnyOrderElementsOf(
                            events.stream().map(event -> event.event().note()).toList()));
            assertThat(one.failure()).isEmpty();
            assertThat(two.failure()).isEmpty();
        }
    }

    private static void unless(AtomicInteger failing, DatabaseFixture database, List<ReceivedEvent> events) {
        if (failing.get() == 1) {
            database.jdbc().execute("do $$ begin raise exception 'away' using errcode = '53300'; end $$");
        }
        store(database, events);
    }

    private EventConsumer consumer(DatabaseFixture database) {
        return consumer(database, events -> store(database, events));
    }

    private EventConsumer consumer(DatabaseFixture database, java.util.function.Consumer<List<ReceivedEvent>> work) {
        return consumer("group-" + UUID.randomUUID(), database, work);
    }

    private EventConsumer consumer(
            String groupId, DatabaseFixture database, java.util.function.Consumer<List<ReceivedEvent>> work) {
        return new EventConsumer(
                kafka.settings(),
                groupId,
                "consumer-" + UUID.randomUUID(),
                Set.of(EventType.OPERATOR_NOTE_ADDED_V1),
                database.inbox().once(work),
                DEAD_LETTERS,
                new SimpleMeterRegistry());
    }

    private static void store(DatabaseFixture database, List<ReceivedEvent> events) {
        for (ReceivedEvent event : events) {
            database.jdbc()
                    .update(
                            "insert into work values (?, ?)",
                            event.envelope().id(),
                            ((NoteAdded) event.envelope().event()).note());
        }
    }

    private static List<String> notes(DatabaseFixture database) {
        return database.jdbc().query("select note from work order by position", (row, number) -> row.getString(1));
    }

    private void write(List<Envelope<NoteAdded>> events) {
        kafka.write(events.stream()
                .<ProducerRecord<String, byte[]>>map(CloudEvents::toRecord)
                .toList());
    }
}
