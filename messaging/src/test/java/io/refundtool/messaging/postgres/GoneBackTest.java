package io.refundtool.messaging.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.events.operator.NoteAdded;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.DatabaseSettings.Recovery;
import io.refundtool.messaging.DatabaseWentBackException;
import io.refundtool.messaging.EventBatchHandler;
import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaFixture;
import io.refundtool.messaging.ReadPositions;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.TestEvents;
import io.refundtool.testservers.NeedsServers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A database that is lost, restored from a backup or emptied, on a real broker and a real database. */
@ResourceLock(KafkaFixture.SHARED_BROKER)
@NeedsServers
class GoneBackTest {

    private static final Topic TOPIC = Topic.REFUND_OPERATOR_V1;
    private static final Topic OWN = Topic.NOTIFICATIONS_UPDATE_V1;
    private static final Topic DEAD_LETTERS = Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1;

    private final KafkaFixture kafka = KafkaFixture.shared(TOPIC, OWN, DEAD_LETTERS);
    private final String groupId = "group-" + UUID.randomUUID();
    private DatabaseFixture database = DatabaseFixture.shared();
    private LostReading lost = lostReading();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void shouldReadEverythingAgainIntoANewDatabaseAndSayWhatWasReadBefore() {
        // given
        write("a", "b");
        readUntil(Recovery.AUTOMATIC, "a", "b");

        // when
        loseTheDatabase();
        write("c");

        // then
        List<String> readBefore = readUntil(Recovery.AUTOMATIC, "a", "b", "c");
        assertThat(readBefore).containsExactly("a", "b");

        // when it starts once more
        write("d");

        // then what it had lost is known, and not read again
        assertThat(readUntil(Recovery.AUTOMATIC, "a", "b", "c", "d")).isEmpty();
        assertThat(database.count("inbox")).isEqualTo(4);
    }

    @Test
    void shouldReadWhatABackupHasNot() {
        // given
        write("a");
        readUntil(Recovery.AUTOMATIC, "a");
        database.jdbc().execute("create table backup_inbox as select * from inbox");
        database.jdbc().execute("create table backup_offset as select * from inbox_offset");
        write("b", "c");
        readUntil(Recovery.AUTOMATIC, "a", "b", "c");

        // when
        database.jdbc().execute("delete from work where note <> 'a'");
        database.jdbc().execute("truncate inbox, inbox_offset");
        database.jdbc().execute("insert into inbox select * from backup_inbox");
        database.jdbc().execute("insert into inbox_offset select * from backup_offset");

        // then
        assertThat(readUntil(Recovery.AUTOMATIC, "a", "b", "c")).containsExactly("b", "c");
    }

    @Test
    void shouldGoOnWhereKafkaWasToldToBeWhenAnOperatorSaysSo() {
        // given
        write("a");
        readUntil(Recovery.AUTOMATIC, "a");

        // when
        loseTheDatabase();
        write("b");

        // then
        assertThat(readUntil(Recovery.SKIP, "b")).isEmpty();
        assertThat(notes()).containsExactly("b");
    }

    @Test
    void shouldStopWhenTheDatabaseGoesBackUnderARunningInbox() {
        // given
        write("a");
        try (EventConsumer consumer = consumer(inbox(new ArrayList<>()))) {
            consumer.start();
            await().untilAsserted(() -> assertThat(notes()).containsExactly("a"));

            // when
            database.jdbc().execute("truncate work, inbox, inbox_offset");
            write("b");

            // then nobody knows what was done for what is lost, until a start has looked
            await().untilAsserted(
                            () -> assertThat(consumer.failure()).containsInstanceOf(DatabaseWentBackException.class));
            assertThat(notes()).isEmpty();
        }
    }

    @Test
    void shouldMakeAProjectionAnewWhenItIsEmptiedWhileItRuns() {
        // given
        write("a", "b");
        try (EventConsumer consumer = consumer(projection())) {
            consumer.start();
            await().untilAsserted(() -> assertThat(notes()).containsExactly("a", "b"));

            // when
            database.jdbc().execute("truncate work, dead_letter_offset");

            // then
            await().untilAsserted(() -> assertThat(notes()).containsExactly("a", "b"));
            write("c");
            await().untilAsserted(() -> assertThat(notes()).containsExactly("a", "b", "c"));

            // when it is emptied, and an event comes before anybody looks
            database.transactions().executeWithoutResult(_ -> {
                database.jdbc().execute("truncate work, dead_letter_offset");
                write("d");
            });

            // then
            await().untilAsserted(() -> assertThat(notes()).containsExactly("a", "b", "c", "d"));
            assertThat(consumer.failure()).isEmpty();
        }
    }

    /** Starts as a service does, waits for these notes, and returns those that were read before by a lost database. */
    private List<String> readUntil(Recovery mode, String... notes) {
        List<String> readBefore = new ArrayList<>();
        new LostDatabase(database.jdbc(), kafka.settings(), mode, TOPIC, OWN, groupId, lost).recover(_ -> {});
        try (EventConsumer consumer = consumer(inbox(readBefore))) {
            consumer.start();
            await().untilAsserted(() -> assertThat(notes()).containsExactly(notes));
            assertThat(consumer.failure()).isEmpty();
        }
        return readBefore;
    }

    private EventBatchHandler inbox(List<String> readBefore) {
        return database.inbox().once(TOPIC, events -> {
            store(events);
            events.stream().filter(lost::has).map(GoneBackTest::note).forEach(readBefore::add);
        });
    }

    /** As the read model does it, with the table of another one. */
    private EventBatchHandler projection() {
        StoredOffsets offsets = StoredOffsets.ofProjection(database.jdbc(), TOPIC, "dead_letter_offset");
        return new EventBatchHandler() {
            @Override
            public void handle(List<ReceivedEvent> batch) {
                database.transactions().executeWithoutResult(_ -> {
                    Map<Integer, Long> next = new HashMap<>();
                    batch.forEach(event ->
                            next.put(event.record().partition(), event.record().offset() + 1));
                    offsets.lock(next.keySet());
                    store(batch);
                    offsets.advance(next);
                });
            }

            @Override
            public Optional<ReadPositions> positions() {
                return Optional.of(offsets);
            }
        };
    }

    private void loseTheDatabase() {
        database.close();
        database = DatabaseFixture.shared();
        lost = lostReading();
    }

    private LostReading lostReading() {
        return new LostReading(database.jdbc(), TOPIC, TransactionalInbox.MAIN);
    }

    private EventConsumer consumer(EventBatchHandler handler) {
        return new EventConsumer(
                kafka.settings(),
                groupId,
                "consumer-" + UUID.randomUUID(),
                Set.of(EventType.OPERATOR_NOTE_ADDED_V1),
                handler,
                DEAD_LETTERS,
                new SimpleMeterRegistry());
    }

    private void store(List<ReceivedEvent> events) {
        events.forEach(event -> database.jdbc()
                .update("insert into work values (?, ?)", event.envelope().id(), note(event)));
    }

    private static String note(ReceivedEvent event) {
        return ((NoteAdded) event.envelope().event()).note();
    }

    private List<String> notes() {
        return database.jdbc().query("select note from work order by position", (row, _) -> row.getString(1));
    }

    private void write(String... notes) {
        kafka.write(Stream.of(notes)
                .<ProducerRecord<String, byte[]>>map(note -> CloudEvents.toRecord(TestEvents.noteAdded("o1", note)))
                .toList());
    }
}
