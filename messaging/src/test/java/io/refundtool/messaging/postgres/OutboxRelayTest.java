package io.refundtool.messaging.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaFixture;
import io.refundtool.messaging.TestEvents;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnKafka;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.health.contributor.Status;

@ResourceLock(KafkaFixture.SHARED_BROKER)
@NeedsServers
class OutboxRelayTest {

    private static final Topic TOPIC = Topic.REFUND_OPERATOR_V1;

    private final DatabaseFixture database = DatabaseFixture.shared();
    private final Outbox outbox = new Outbox(database.dataSource());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void shouldPublishWhatIsCommittedInItsOrderAndNothingElse() {
        // given
        KafkaFixture kafka = KafkaFixture.shared(TOPIC);
        List<Envelope<?>> before = events("order-1", 700);
        List<Envelope<?>> after = events("order-1", 3);

        try (OutboxRelay relay = relay(kafka, database.dataSource(), outbox)) {
            // when
            commit(before);
            relay.start();
            database.transactions().executeWithoutResult(status -> {
                outbox.addAll(events("order-1", 5));
                status.setRollbackOnly();
            });
            after.forEach(event -> commit(List.of(event)));

            // then
            await().untilAsserted(() ->
                    assertThat(kafka.idsByKey(TOPIC)).isEqualTo(Map.of("order-1", concat(ids(before), ids(after)))));
            await().untilAsserted(() -> assertThat(database.count("outbox")).isZero());
            assertThat(relay.running()).isTrue();
            assertThat(relay.trouble()).isEmpty();
        }
    }

    @Test
    void shouldPublishOnceAndInOrderWhenTwoInstancesRelay() {
        // given
        KafkaFixture kafka = KafkaFixture.shared(TOPIC);
        Outbox otherOutbox = new Outbox(database.dataSource());
        List<Envelope<?>> ofOne = events("order-1", 300);
        List<Envelope<?>> ofOther = events("order-2", 300);

        try (OutboxRelay one = relay(kafka, database.dataSource(), outbox);
                OutboxRelay other = relay(kafka, database.dataSource(), otherOutbox)) {
            // when
            one.start();
            other.start();
            CompletableFuture<Void> parallel = CompletableFuture.runAsync(() -> ofOther.forEach(
                    event -> database.transactions().executeWithoutResult(status -> otherOutbox.add(event))));
            ofOne.forEach(event -> commit(List.of(event)));
            parallel.join();

            // then
            await().untilAsserted(() -> assertThat(database.count("outbox")).isZero());
            assertThat(kafka.idsByKey(TOPIC)).isEqualTo(Map.of("order-1", ids(ofOne), "order-2", ids(ofOther)));
        }
    }

    @Test
    void shouldPublishAgainUnderTheSameIdAfterACrashBeforeTheMark() {
        // given
        KafkaFixture kafka = KafkaFixture.shared(TOPIC);
        List<Envelope<?>> events = events("order-1", 10);
        FailingOnce failing = new FailingOnce(database.dataSource(), "delete from outbox");
        commit(events);

        try (OutboxRelay relay = relay(kafka, failing, outbox)) {
            // when
            relay.start();

            // then
            await().untilAsserted(() -> assertThat(database.count("outbox")).isZero());
            assertThat(failing.hasFailed()).isTrue();
            assertThat(kafka.idsByKey(TOPIC)).isEqualTo(Map.of("order-1", concat(ids(events), ids(events))));
        }
    }

    @Test
    void shouldLoseNothingWhileKafkaIsAway() {
        OwnKafka broker = OwnKafka.started();
        KafkaFixture kafka = KafkaFixture.of(broker, TOPIC);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        List<Envelope<?>> before = events("order-1", 20);
        List<Envelope<?>> meanwhile = events("order-1", 1_100);

        try (broker;
                OutboxRelay relay = new OutboxRelay(
                        database.dataSource(), outbox, kafka.settings(), "relay-" + UUID.randomUUID(), meters)) {
            // given
            relay.start();
            commit(before);
            await().untilAsserted(() -> assertThat(database.count("outbox")).isZero());

            // when
            broker.stop();
            meanwhile.forEach(event -> commit(List.of(event)));
            await().untilAsserted(() -> assertThat(
                            meters.get("refundtool.outbox.oldest").timeGauge().value())
                    .isPositive());
            assertThat(new OutboxRelayHealth(relay).health().getStatus()).isEqualTo(Status.UP);

            // then
            broker.start();
            await().untilAsserted(() -> assertThat(database.count("outbox")).isZero());
            assertThat(kafka.idsByKey(TOPIC)).isEqualTo(Map.of("order-1", concat(ids(before), ids(meanwhile))));
        }
    }

    @Test
    void shouldGoOnWhenItsConnectionIsEnded() {
        // given
        KafkaFixture kafka = KafkaFixture.shared(TOPIC);
        List<Envelope<?>> events = events("order-1", 5);

        try (OutboxRelay relay = relay(kafka, database.dataSource(), outbox)) {
            relay.start();
            commit(events.subList(0, 2));
            await().untilAsserted(() -> assertThat(database.count("outbox")).isZero());

            // when
            database.endConnections();
            await().ignoreExceptions().until(() -> {
                commit(events.subList(2, 5));
                return true;
            });

            // then
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(database.count("outbox")).isZero());
            assertThat(new HashSet<>(kafka.idsByKey(TOPIC).getOrDefault("order-1", List.of())))
                    .isEqualTo(new HashSet<>(ids(events)));
        }
    }

    private static OutboxRelay relay(KafkaFixture kafka, DataSource dataSource, Outbox outbox) {
        return new OutboxRelay(
                dataSource, outbox, kafka.settings(), "relay-" + UUID.randomUUID(), new SimpleMeterRegistry());
    }

    private void commit(List<Envelope<?>> events) {
        database.transactions().executeWithoutResult(status -> outbox.addAll(events));
    }

    private static List<Envelope<?>> events(String orderId, int count) {
        return IntStream.range(0, count)
                .<Envelope<?>>mapToObj(i -> TestEvents.noteAdded(orderId, "n" + i))
                .toList();
    }

    private static List<String> ids(List<Envelope<?>> events) {
        return events.stream().<String>map(Envelope::id).toList();
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
