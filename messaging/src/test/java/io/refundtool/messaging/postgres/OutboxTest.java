package io.refundtool.messaging.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.refundtool.events.Envelope;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.TestEvents;
import io.refundtool.messaging.UnreadableEventException;
import io.refundtool.testservers.NeedsServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NeedsServers
class OutboxTest {

    private final DatabaseFixture database = DatabaseFixture.shared();
    private final Outbox outbox = new Outbox(database.dataSource());

    @BeforeEach
    void empty() {
        database.jdbc().execute("truncate outbox");
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void shouldKeepTheEventAsItWillBePublished() throws Exception {
        // given
        Envelope<?> event = TestEvents.noteAdded("order-1", "a");

        // when
        database.transactions().executeWithoutResult(status -> outbox.add(event));

        // then
        ProducerRecord<String, byte[]> kept = rows().getFirst().event();
        assertThat(read(kept)).isEqualTo(event);
        assertThat(kept.headers()).isEqualTo(CloudEvents.headers(event));
    }

    @Test
    void shouldKeepTheOrderInWhichEventsAreAdded() throws Exception {
        // given
        List<Envelope<?>> events = IntStream.range(0, 600)
                .<Envelope<?>>mapToObj(i -> TestEvents.noteAdded("order-" + i, "n" + i))
                .toList();

        // when
        database.transactions().executeWithoutResult(status -> {
            events.subList(0, 200).forEach(outbox::add);
            outbox.addAll(events.subList(200, 600));
        });

        // then
        List<OutboxTable.Row> rows = rows();
        assertThat(rows).hasSize(OutboxTable.MAX_ROWS);
        assertThat(rows.stream().map(row -> row.event().key()).toList())
                .isEqualTo(events.subList(0, OutboxTable.MAX_ROWS).stream()
                        .map(event -> event.event().orderId())
                        .toList());
        assertThat(OutboxTable.mayHaveMore(rows)).isTrue();
    }

    @Test
    void shouldForgetTheEventsOfATransactionThatIsRolledBack() {
        // when
        database.transactions().executeWithoutResult(status -> {
            outbox.add(TestEvents.noteAdded("order-1", "a"));
            status.setRollbackOnly();
        });

        // then
        assertThat(database.count("outbox")).isZero();
    }

    @Test
    void shouldForgetOnlyTheEventsSinceTheSavepointThatIsRolledBackTo() throws Exception {
        // given
        TransactionTemplate nested = new TransactionTemplate(database.transactionManager());
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);

        // when
        database.transactions().executeWithoutResult(status -> {
            outbox.add(TestEvents.noteAdded("order-1", "a"));
            nested.executeWithoutResult(inner -> {
                outbox.add(TestEvents.noteAdded("order-2", "b"));
                inner.setRollbackOnly();
            });
            nested.executeWithoutResult(inner -> outbox.add(TestEvents.noteAdded("order-3", "c")));
        });

        // then
        assertThat(rows().stream().map(row -> row.event().key())).containsExactly("order-1", "order-3");
    }

    @Test
    void shouldKeepTheEventsOfAnInnerTransactionApart() throws Exception {
        // given
        TransactionTemplate inner = new TransactionTemplate(database.transactionManager());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        // when
        database.transactions().executeWithoutResult(status -> {
            outbox.add(TestEvents.noteAdded("order-1", "a"));
            inner.executeWithoutResult(own -> outbox.add(TestEvents.noteAdded("order-2", "b")));
            status.setRollbackOnly();
        });

        // then
        assertThat(rows().stream().map(row -> row.event().key())).containsExactly("order-2");
    }

    @Test
    void shouldWakeTheRelayAtTheCommit() throws Exception {
        // given
        outbox.lookingNow();
        Thread relay = Thread.ofVirtual().start(() -> {
            try {
                outbox.awaitCommit(Duration.ofMinutes(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        // when
        database.transactions().executeWithoutResult(status -> outbox.add(TestEvents.noteAdded("order-1", "a")));

        // then
        assertThat(relay.join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void shouldRefuseAnEventWithoutATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> outbox.add(TestEvents.noteAdded("order-1", "a")))
                .withMessage("Expected a transaction around the outbox, but there is none.");
    }

    @Test
    void shouldReadNoMoreThanMemoryShouldHold() throws Exception {
        // given
        database.jdbc()
                .execute("insert into outbox (topic, record_key, headers, body) select 't', 'k', '{}',"
                        + " convert_to(repeat('x', 1000000), 'UTF8') from generate_series(1, 20)");

        // when
        List<OutboxTable.Row> rows = rows();

        // then
        assertThat(rows).hasSize(17);
        assertThat(OutboxTable.mayHaveMore(rows)).isTrue();
    }

    private List<OutboxTable.Row> rows() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return OutboxTable.firstRows(connection);
        }
    }

    private static Envelope<?> read(ProducerRecord<String, byte[]> event) throws UnreadableEventException {
        return CloudEvents.read(event.topic(), event.key(), event.headers(), event.value());
    }
}
