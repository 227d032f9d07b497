package io.refundtool.refund;

import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.Country;
import io.refundtool.events.deadline.DeadlinePassed;
import io.refundtool.events.refund.Approved;
import io.refundtool.events.refund.PutOnHold;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.domain.RefundEvents;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnKafka;
import io.refundtool.testservers.SharedServers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.context.ConfigurableApplicationContext;

/** Deadlines of the service as it runs, on a broker of its own: here a second is a second. */
@Isolated("it says when deadlines pass, to a few seconds, also over a restart")
@NeedsServers
class DeadlinesOnBrokerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** About a second, and what a busy machine adds. */
    private static final Duration ACCURACY = Duration.ofMillis(2_500);

    /** Long enough that the service is stopped before, and waited for while it is down. */
    private static final Duration OVERDUE = Duration.ofSeconds(5);

    /** Usually longer than it takes until the service is up again; on a slower machine it is overdue too by then. */
    private static final Duration FUTURE = Duration.ofSeconds(12);

    private static final int REFUNDS = 50;

    private static final List<Seen> SEEN = new CopyOnWriteArrayList<>();

    private record Seen(Event event, Instant at) {
        DeadlinePassed passed() {
            return (DeadlinePassed) event;
        }
    }

    @TempDir
    private static Path dir;

    private static OwnKafka kafka;
    private static String database;
    private static ConfigurableApplicationContext application;
    private static KafkaProducer<String, byte[]> producer;
    private static EventConsumer consumer;

    @BeforeAll
    static void start() {
        kafka = OwnKafka.started();
        database = SharedServers.newDatabase();
        application = started("first");
        KafkaSettings settings = new KafkaSettings(kafka.bootstrapServers(), (short) 1);
        producer = KafkaClients.producer(settings, "test");
        consumer = new EventConsumer(
                settings,
                "test",
                "test-reader",
                Set.of(
                        EventType.DEADLINE_DEADLINE_PASSED_V1,
                        EventType.REFUND_APPROVED_V1,
                        EventType.REFUND_PUT_ON_HOLD_V1),
                batch -> batch.forEach(
                        received -> SEEN.add(new Seen(received.envelope().event(), Instant.now()))),
                Topic.REFUND_SERVICE_DEAD_LETTER_V1,
                new SimpleMeterRegistry());
        consumer.start();
    }

    @AfterAll
    static void stop() {
        consumer.close();
        producer.close();
        application.close();
        kafka.close();
    }

    private static ConfigurableApplicationContext started(String stateDir) {
        return RefundApplication.application()
                .run(
                        "--server.port=0",
                        "--refundtool.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                        "--refundtool.streams.state-dir=" + dir.resolve(stateDir),
                        // A reader that is closed waits for the fetch that is under way.
                        "--refundtool.kafka.client[fetch.max.wait.ms]=50",
                        "--refundtool.deadlines.payment.first=2s",
                        "--refundtool.deadlines.payment.factor=1",
                        "--refundtool.deadlines.payment.attempts=2",
                        "--refundtool.deadlines.countries.GB.payment.first=" + FUTURE.toSeconds() + "s",
                        "--refundtool.deadlines.countries.GB.payment.attempts=1",
                        "--refundtool.deadlines.countries.FR.payment.first=" + OVERDUE.toSeconds() + "s",
                        "--refundtool.deadlines.countries.FR.payment.attempts=1",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username="
                                + SharedServers.database().user(),
                        "--spring.datasource.password="
                                + SharedServers.database().password());
    }

    @Test
    void shouldTellOfEachDeadlineOnceAndAboutASecondAfterItPassed() {
        // when
        IntStream.range(0, REFUNDS).forEach(number -> request("accurate-" + number, Country.RU));

        // then
        await().atMost(PATIENCE).until(() -> deadlines("accurate-").size() == 2 * REFUNDS);
        assertThat(lateness("accurate-")).allSatisfy(late -> assertThat(late).isGreaterThanOrEqualTo(Duration.ZERO));
        assertThat(median(lateness("accurate-"))).isLessThan(ACCURACY);
        assertThat(deadlines("accurate-"))
                .extracting(Seen::passed)
                .extracting(DeadlinePassed::orderId, DeadlinePassed::attempt)
                .doesNotHaveDuplicates();
        await().atMost(PATIENCE).until(() -> of(PutOnHold.class, "accurate-").size() == REFUNDS);
        assertThat(deadlines("accurate-")).hasSize(2 * REFUNDS);
    }

    @Test
    void shouldKeepDeadlinesOverARestartWithoutItsDisk() {
        // given
        request("kept-overdue", Country.FR);
        request("kept-future", Country.GB);
        await().atMost(PATIENCE).until(() -> of(Approved.class, "kept-").size() == 2);

        // when
        Instant begun = Instant.now();
        application.close();
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(begun.plus(OVERDUE)));
        application = started("second");

        // then
        await().atMost(PATIENCE).until(() -> of(PutOnHold.class, "kept-").size() == 2);
        assertThat(deadlines("kept-"))
                .extracting(seen -> seen.passed().orderId())
                .containsExactlyInAnyOrder("kept-overdue", "kept-future");
        assertThat(lateness("kept-")).allSatisfy(late -> assertThat(late).isGreaterThanOrEqualTo(Duration.ZERO));
    }

    private static List<Duration> lateness(String orders) {
        return deadlines(orders).stream()
                .map(seen -> Duration.between(seen.passed().dueAt(), seen.at()))
                .toList();
    }

    /** A single one may be late because the machine stood still for a while. */
    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }

    private static List<Seen> deadlines(String orders) {
        return of(DeadlinePassed.class, orders);
    }

    private static List<Seen> of(Class<? extends Event> type, String orders) {
        return SEEN.stream()
                .filter(seen ->
                        type.isInstance(seen.event()) && seen.event().orderId().startsWith(orders))
                .toList();
    }

    private static void request(String orderId, Country country) {
        RefundRequested event = new RefundRequested(
                orderId, "R-1", country, NOON, null, RefundEvents.order(), List.of(line("L1", 1, 1000)), null, null);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        assertThat(producer.send(CloudEvents.toRecord(new Envelope<>(orderId, "/test", now, null, event))))
                .succeedsWithin(PATIENCE);
    }
}
