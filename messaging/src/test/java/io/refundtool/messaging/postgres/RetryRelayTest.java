package io.refundtool.messaging.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Topic;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.messaging.HeaderBytes;
import io.refundtool.messaging.KafkaFixture;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnDatabase;
import io.refundtool.testservers.OwnKafka;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Dead letters that are published again by a topic, while what that needs is away. */
@NeedsServers
class RetryRelayTest {

    private static final Topic RETRIES = Topic.REFUND_SERVICE_RETRY_V1;
    private static final String READER = "state-machine";

    @Test
    void shouldSendEachOnceAndInOrderWhenKafkaComesBack() {
        OwnKafka broker = OwnKafka.started();
        KafkaFixture kafka = KafkaFixture.of(broker, RETRIES);
        try (broker;
                DatabaseFixture database = DatabaseFixture.shared();
                RetryRelay relay = relay(kafka, database)) {
            // given
            relay.start();
            letters(database, 0, 1);
            await().untilAsserted(() -> assertThat(waiting(database)).isZero());

            // when
            broker.stop();
            letters(database, 1, 20);
            assertThat(waiting(database)).isEqualTo(19);

            // then
            broker.start();
            await().untilAsserted(() -> assertThat(waiting(database)).isZero());
            assertThat(sent(kafka)).isEqualTo(numbers(0, 20));
        }
    }

    @Test
    void shouldGoOnWhenPostgresComesBack() {
        KafkaFixture kafka = KafkaFixture.shared(RETRIES);
        try (OwnDatabase server = OwnDatabase.started();
                DatabaseFixture database = DatabaseFixture.of(server.jdbcUrl());
                RetryRelay relay = relay(kafka, database)) {
            // given
            letters(database, 0, 5);
            server.stop();

            // when
            relay.start();
            assertThat(sent(kafka)).isEmpty();

            // then
            server.start();
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(waiting(database)).isZero());
            assertThat(sent(kafka)).isEqualTo(numbers(0, 5));
        }
    }

    private static RetryRelay relay(KafkaFixture kafka, DatabaseFixture database) {
        return new RetryRelay(
                database.jdbc(),
                database.transactionManager(),
                READER,
                RETRIES,
                kafka.settings(),
                "relay-" + UUID.randomUUID());
    }

    /** Letters of one order that an operator wants to have published again, as the desk leaves them. */
    private static void letters(DatabaseFixture database, int from, int to) {
        byte[] headers = HeaderBytes.write(new RecordHeaders().add(DeadLetters.ATTEMPT, new byte[] {'1'}));
        database.transactions().executeWithoutResult(_ -> {
            ParkedOrders orders = new ParkedOrders(database.jdbc(), READER);
            orders.create("o1");
            for (int i = from; i < to; i++) {
                database.jdbc()
                        .update(
                                """
                                insert into parked_event (reader, order_id, letter_id, attempt, seen, origin_topic,
                                    origin_partition, origin_offset, origin_timestamp, record_key, headers, value)
                                values (?, 'o1', ?, 1, false, 'bob.refund.v1', 0, ?, 0, ?, ?, ?)
                                """,
                                READER,
                                "bob.refund.v1-0-" + i,
                                i,
                                "o1".getBytes(UTF_8),
                                headers,
                                Integer.toString(i).getBytes(UTF_8));
            }
            orders.advance("o1");
        });
    }

    private static int waiting(DatabaseFixture database) {
        return database.count("parked_event");
    }

    private static List<String> sent(KafkaFixture kafka) {
        return kafka.read(RETRIES).stream()
                .map(each -> new String(each.value(), UTF_8))
                .toList();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }
}
