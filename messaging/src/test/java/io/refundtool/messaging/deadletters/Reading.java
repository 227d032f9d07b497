package io.refundtool.messaging.deadletters;

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
import io.refundtool.messaging.postgres.DatabaseFixture;
import io.refundtool.messaging.postgres.ParkedLetters;
import io.refundtool.messaging.postgres.TransactionalInbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One service that reads notes into a database which takes notes of up to 20 characters, and keeps its dead letters. */
final class Reading implements AutoCloseable {

    static final Topic TOPIC = Topic.REFUND_OPERATOR_V1;
    static final Topic DEAD_LETTERS = Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1;
    static final String TOO_LONG = "this note is far too long for its column";

    final KafkaFixture kafka = KafkaFixture.shared(TOPIC, DEAD_LETTERS);
    final DatabaseFixture database = DatabaseFixture.shared();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final DeadLetterTable letters = new DeadLetterTable(database.jdbc());
    final LetterDecisionTable decisions = new LetterDecisionTable(database.jdbc());
    private final String groupId = "group-" + UUID.randomUUID();
    private final DeadLetterDesk desk = new DeadLetterDesk(
            letters,
            decisions,
            new ParkedLetters(database.jdbc()),
            new LetterRoutes(DEAD_LETTERS, Map.of(TOPIC, TransactionalInbox.MAIN)),
            database.transactionManager(),
            Clock.systemUTC());
    private final EventConsumer projection = new EventConsumer(
            kafka.settings(),
            groupId + "-desk",
            groupId + "-desk",
            DEAD_LETTERS,
            new DeadLetterProjection(database.jdbc(), DEAD_LETTERS, letters, database.transactionManager()),
            meters);

    Reading() {
        projection.start();
    }

    EventConsumer start() {
        EventConsumer consumer = consumer(database.dataSource());
        consumer.start();
        return consumer;
    }

    /** A consumer whose view of the database may be a broken one. */
    EventConsumer consumer(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        return new EventConsumer(
                kafka.settings(),
                groupId,
                "consumer-" + UUID.randomUUID(),
                Set.of(EventType.OPERATOR_NOTE_ADDED_V1),
                new TransactionalInbox(dataSource, new JdbcTransactionManager(dataSource))
                        .once(events -> events.forEach(event -> store(jdbc, event))),
                DEAD_LETTERS,
                meters);
    }

    private static void store(JdbcTemplate jdbc, ReceivedEvent event) {
        NoteAdded note = (NoteAdded) event.envelope().event();
        jdbc.update("insert into work values (?, ?)", event.envelope().id(), note.orderId() + " " + note.note());
    }

    /** The notes of the order in the order in which they were worked on. */
    List<String> notes(String orderId) {
        return database
                .jdbc()
                .query(
                        "select substring(note from length(?) + 2) from work where starts_with(note, ?) order by position",
                        (row, _) -> row.getString(1),
                        orderId,
                        orderId + " ")
                .stream()
                .toList();
    }

    void write(Envelope<?>... events) {
        kafka.write(Stream.of(events)
                .<ProducerRecord<String, byte[]>>map(CloudEvents::toRecord)
                .toList());
    }

    /** Writes one note after the other. */
    void write(String orderId, String... notes) {
        write(Stream.of(notes).map(note -> TestEvents.noteAdded(orderId, note)).toArray(Envelope<?>[]::new));
    }

    /** From now on the database takes notes of any length. */
    void mend() {
        database.jdbc().execute("alter table work alter column note type text");
    }

    /** The letters that wait for a decision, when there are so many. */
    List<DeadLetter> awaitWaiting(int count) {
        await().untilAsserted(() -> assertThat(waiting()).hasSize(count));
        return waiting();
    }

    List<DeadLetter> waiting() {
        return letters.find(new LetterQuery(null, null, null, LetterState.WAITING, 0, 10_000));
    }

    List<LetterResult> decide(LetterAction action, List<DeadLetter> about) {
        return decide(about, request(action, null, null));
    }

    List<LetterResult> decide(List<DeadLetter> about, LetterRequest request) {
        return desk.decide(about.stream().map(DeadLetter::id).toList(), request);
    }

    DeadLetterDesk desk() {
        return desk;
    }

    static LetterRequest request(LetterAction action, @Nullable String key, @Nullable Instant notBefore) {
        return new LetterRequest(action, "because", "anna", key, notBefore);
    }

    @Override
    public void close() {
        projection.close();
        assertThat(projection.failure()).isEmpty();
        database.close();
    }
}
