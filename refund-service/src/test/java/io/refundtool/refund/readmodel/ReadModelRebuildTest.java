package io.refundtool.refund.readmodel;

import static io.refundtool.refund.RefundSnapshots.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.events.common.Cause;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.refund.RunningRefundService;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The read model is made anew from the log while its instances run, and whenever its database is behind. */
@ResourceLock(RunningRefundService.SHARED_BROKER)
@NeedsServers
class ReadModelRebuildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int ALL = 10_000;

    private final KafkaSettings kafka = new KafkaSettings(SharedServers.kafka().bootstrapServers(), (short) 1);
    private final String group = "read-model-" + UUID.randomUUID();
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private DriverManagerDataSource database = ReadModelDatabase.create();
    private KafkaProducer<String, byte[]> log;

    @BeforeEach
    void start() {
        new TopicProvisioner(kafka).ensure(List.of(Topic.REFUND_UPDATE_V1, Topic.REFUND_SERVICE_DEAD_LETTER_V1));
        log = KafkaClients.producer(kafka, group + "-producer");
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void shouldAnswerSearchesAsBeforeWhenItIsMadeAnewWhileItRuns() {
        // given
        try (EventConsumer one = consumer(1);
                EventConsumer other = consumer(2)) {
            one.start();
            other.start();
            for (int i = 0; i < 40; i++) {
                tell(approved(i));
                if (i % 4 == 0) {
                    tell(held(i));
                }
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(found("on-hold")).hasSize(10));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(found()).hasSize(40));
            List<RefundSummary> before = found();

            // when
            new RefundProjection(new JdbcTemplate(database)).forget(new JdbcTransactionManager(database));
            tell(approved(100));

            // then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(found()).hasSize(41).containsAll(before));
            assertThat(found("on-hold")).hasSize(10);
            assertThat(one.failure()).isEmpty();
            assertThat(other.failure()).isEmpty();
        }
    }

    @Test
    void shouldReadAgainWhatALostDatabaseHad() {
        // given
        try (EventConsumer consumer = consumer(1)) {
            consumer.start();
            tell(approved(1));
            tell(held(2));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(found()).hasSize(2));
        }
        List<RefundSummary> before = found();

        // when
        database = ReadModelDatabase.create();
        tell(approved(3));

        // then
        try (EventConsumer consumer = consumer(1)) {
            consumer.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(found()).hasSize(3).containsAll(before));
        }
    }

    private EventConsumer consumer(int number) {
        return new EventConsumer(
                kafka,
                group,
                group + "-" + number,
                Set.copyOf(Topic.REFUND_UPDATE_V1.eventTypes()),
                new RefundProjection(new JdbcTemplate(database)).reading(new JdbcTransactionManager(database)),
                Topic.REFUND_SERVICE_DEAD_LETTER_V1,
                new SimpleMeterRegistry());
    }

    /** The topic is shared with other tests: only this one's orders count. */
    private List<RefundSummary> found(String... statuses) {
        return new RefundView(JdbcClient.create(database))
                .find(new RefundSearch(List.of(statuses), null, null, null, null, null, ALL)).stream()
                        .filter(refund -> refund.orderId().startsWith(prefix))
                        .toList();
    }

    private void tell(RefundUpdate update) {
        assertThat(log.send(CloudEvents.toRecord(
                        new Envelope<>(UUID.randomUUID().toString(), "/refund-service", NOON, null, update))))
                .succeedsWithin(PATIENCE);
    }

    private RefundUpdate approved(int order) {
        return new Approved(
                prefix + order,
                "R-1",
                Country.DE,
                snapshot(RefundStatus.APPROVED, NOON.plusSeconds(order), 100 + order),
                null,
                cause(),
                1);
    }

    private RefundUpdate held(int order) {
        return new PutOnHold(
                prefix + order,
                "R-1",
                Country.DE,
                snapshot(RefundStatus.ON_HOLD, NOON.plusSeconds(order), 100 + order),
                null,
                cause(),
                HoldCode.PAYMENT_SILENT,
                "nobody answers");
    }

    private static Cause cause() {
        return new Cause("cause", "payment.money-refunded.v1", NOON);
    }
}
