package io.refundtool.sandbox.system;

import static io.refundtool.sandbox.RefundSnapshots.NOW;
import static io.refundtool.sandbox.RefundSnapshots.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.Topic;
import io.refundtool.events.common.Cause;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.PaidTransaction;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.payment.RefundReversed;
import io.refundtool.events.refund.Completed;
import io.refundtool.events.refund.ReversalStarted;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** On a real broker whose log grows from test to test, as that of a run does. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@NeedsServers
class QuiescenceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Cause CAUSE = new Cause("e0", "payment.money-refunded.v1", NOW);

    private static OwnKafka kafka;
    private static KafkaSettings settings = new KafkaSettings("localhost:0", (short) 1);
    private static int events;

    private final List<String> scheduled = new ArrayList<>();
    private final Quiescence quiescence = new Quiescence(settings, () -> List.copyOf(scheduled));

    @BeforeAll
    static void start() {
        kafka = OwnKafka.started();
        settings = new KafkaSettings(kafka.bootstrapServers(), (short) 1);
        new TopicProvisioner(settings).ensure(Arrays.asList(Topic.values()));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    @Order(1)
    void shouldBeQuietWhereNothingIsUnderWay() throws InterruptedException {
        assertThat(quiescence.underWay()).isEmpty();
    }

    @Test
    @Order(2)
    void shouldTellWhatSomebodyWillStillSay() throws InterruptedException {
        // given
        scheduled.add("BOB and Payment will say 2 things");

        // when // then
        assertThat(quiescence.underWay()).containsExactly("BOB and Payment will say 2 things");
    }

    @Test
    @Order(3)
    void shouldTellOfATransactionThatACompletedRefundWaitsFor() throws InterruptedException {
        // given
        write(Topic.REFUND_UPDATE_V1, reversalStarted(RefundStatus.COMPLETED));

        // when // then
        assertThat(quiescence.underWay())
                .containsExactly("refund R1 of order O1 waits until transaction TX-2 is taken back");
    }

    @Test
    @Order(4)
    void shouldNotWaitForItWhenTheRefundIsOnHold() throws InterruptedException {
        // given
        write(Topic.REFUND_UPDATE_V1, reversalStarted(RefundStatus.ON_HOLD));

        // when // then
        assertThat(quiescence.underWay()).isEmpty();
    }

    @Test
    @Order(5)
    void shouldNotWaitForItOnceItIsTakenBack() throws InterruptedException {
        // given
        write(
                Topic.REFUND_UPDATE_V1,
                new Completed("O1", "R1", Country.GB, snapshot(RefundStatus.COMPLETED), null, CAUSE));
        write(
                Topic.PAYMENT_UPDATE_V1,
                new RefundReversed("O1", "R1", Country.GB, 1, "TX-2", "TX-2-back", CurrencyCode.GBP, 100, NOW));

        // when // then
        assertThat(quiescence.underWay()).isEmpty();
    }

    @Test
    @Order(6)
    void shouldTellOfAReaderThatIsBehind() throws InterruptedException {
        try (KafkaConsumer<String, byte[]> reader = KafkaClients.consumer(settings, "reader", "slow-reader")) {
            // given
            reader.subscribe(List.of(Topic.PAYMENT_UPDATE_V1.topicName()));
            await().atMost(PATIENCE)
                    .until(() -> !reader.poll(Duration.ofMillis(100)).isEmpty());
            reader.commitSync();
            List<String> caughtUp = quiescence.underWay();

            // when
            write(
                    Topic.PAYMENT_UPDATE_V1,
                    new RefundReversed("O1", "R1", Country.GB, 1, "TX-3", "TX-3-back", CurrencyCode.GBP, 100, NOW));

            // then
            assertThat(caughtUp).isEmpty();
            assertThat(quiescence.underWay())
                    .singleElement()
                    .asString()
                    .startsWith("slow-reader has not read payment.update.v1-");
        }
    }

    private static void write(Topic topic, Event event) {
        try (KafkaProducer<String, byte[]> producer = KafkaClients.producer(settings, "writer")) {
            events++;
            assertThat(event.eventType().topic()).isEqualTo(topic);
            var _ = producer.send(CloudEvents.toRecord(new Envelope<>("e" + events, "/test", NOW, null, event)));
            producer.flush();
        }
    }

    private static ReversalStarted reversalStarted(RefundStatus status) {
        return new ReversalStarted(
                "O1",
                "R1",
                Country.GB,
                snapshot(status),
                null,
                CAUSE,
                List.of(new PaidTransaction(1, "TX-2", 100)),
                1,
                "A part was paid twice");
    }
}
