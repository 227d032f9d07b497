package io.refundtool.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Topic;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.OrderLine;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.sandbox.feed.Catalogue;
import io.refundtool.sandbox.feed.FeedRequest;
import io.refundtool.sandbox.feed.ImportSettings;
import io.refundtool.sandbox.feed.Money;
import io.refundtool.sandbox.feed.ShopExport;
import io.refundtool.sandbox.report.ReportRow;
import io.refundtool.sandbox.run.Outcomes;
import io.refundtool.sandbox.run.Run;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything together: one start for all tests, since it takes as long as all of them. The audit looks at everything
 * that was ever written, so the test with bad input is the last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SystemTest {

    private static final int SEED = 1;
    /** One in each of three topics; the one in refund.update.v1 is read by three services. */
    private static final int UNREADABLE_RECORDS = 5;

    private static final int CATALOGUE_REQUESTS = 60;

    @TempDir
    private static Path directory;

    private static SandboxFixture sandbox;

    @BeforeAll
    static void start() throws InterruptedException {
        Set<Country> countries = EnumSet.copyOf(Catalogue.countries());
        countries.addAll(RealSample.countries());
        sandbox = new SandboxFixture(directory.resolve("sandbox"), countries, Set.of(Country.KZ));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    @Order(1)
    void shouldGiveAPersonATokenToCallTheGatewayWith() throws IOException, InterruptedException {
        try (Visitor visitor = new Visitor(sandbox.system().ports())) {
            // given
            String token = visitor.token("payment");

            // when // then
            assertThat(visitor.publishNothing("payment.money-refunded.v1", token))
                    .as("known, and told that a batch has at least one event")
                    .isEqualTo(400);
            assertThat(visitor.publishNothing("bob.refund-requested.v1", token)).isEqualTo(403);
            assertThat(visitor.publishNothing("payment.money-refunded.v1", "sesame"))
                    .isEqualTo(401);
            assertThat(visitor.look("/event-types")).isEqualTo(200);
            assertThat(visitor.look("/actuator/metrics")).isEqualTo(401);
        }
    }

    @Test
    @Order(1)
    void shouldBringEveryRefundOfTheCatalogueToItsEnd() throws InterruptedException {
        // given
        Catalogue catalogue = new Catalogue(SEED, "test");
        List<FeedRequest> requests = IntStream.range(0, CATALOGUE_REQUESTS)
                .mapToObj(i -> catalogue.next(Instant.parse("2026-05-01T10:00:00Z")))
                .toList();

        // when
        Run.End end = run(requests);

        // then
        assertThat(end).isEqualTo(Run.End.ALL_ENDED);
        Outcomes outcomes = new Outcomes(sandbox.tracker());
        assertThat(requests)
                .extracting(outcomes::outcome)
                .isEqualTo(requests.stream().map(SystemTest::expected).toList())
                .contains("COMPLETED", "QUANTITY_EXCEEDED", "AMOUNT_EXCEEDED", "NOTHING_TO_REFUND");
        assertThat(sandbox.audit()).isEmpty();
    }

    /** Each request of the catalogue is the first of its order and asks for one line. */
    private static String expected(FeedRequest request) {
        RequestedLine asked = request.event().lines().getFirst();
        OrderLine line = request.event().order().lines().stream()
                .filter(sold -> sold.lineId().equals(asked.lineId()))
                .findFirst()
                .orElseThrow();
        long priceMicros = line.unitPriceMicros() * asked.quantity();
        int digits = Money.digits(request.currency());
        boolean tooMuch = BigDecimal.valueOf(asked.amountMinor(), digits)
                        .compareTo(BigDecimal.valueOf(priceMicros, 6).setScale(digits, RoundingMode.HALF_UP))
                > 0;
        if (asked.amountMinor() <= 0) {
            return "NOTHING_TO_REFUND";
        }
        if (asked.quantity() > line.quantity()) {
            return "QUANTITY_EXCEEDED";
        }
        return tooMuch ? "AMOUNT_EXCEEDED" : "COMPLETED";
    }

    @Test
    @Order(2)
    void shouldDecideARealShopsReturnsAsTheOracleDoes() throws IOException, InterruptedException {
        // given
        Assumptions.assumeTrue(
                RealSample.available(),
                "SKIPPED: the real returns are not at " + RealSample.DIRECTORY.toAbsolutePath());
        RealSample sample = RealSample.write(directory);
        ShopExport export = ShopExport.read(RealSample.ORDERS, sample.returns(), ImportSettings.defaults());

        // when
        Run.End end = run(ImportedExport.requests(export));

        // then
        assertThat(end).isEqualTo(Run.End.ALL_ENDED);
        Outcomes outcomes = new Outcomes(sandbox.tracker());
        List<ReportRow> rows = export.returns().stream().map(outcomes::row).toList();
        assertThat(rows)
                .extracting(row -> List.of(row.refundId(), row.orderId(), row.outcome(), row.amount()))
                .isEqualTo(sample.expected());
        assertThat(sandbox.audit()).isEmpty();
    }

    @Test
    @Order(3)
    void shouldPutUnreadableBytesAsideAndGoOnWithTheNextGoodRefund() throws InterruptedException {
        // given
        List<Topic> readByServices = List.of(Topic.BOB_REFUND_V1, Topic.PAYMENT_UPDATE_V1, Topic.REFUND_UPDATE_V1);
        readByServices.forEach(SystemTest::writeUnreadableBytes);

        // when
        FeedRequest good = new Catalogue(SEED, "good").next(Instant.parse("2026-05-02T10:00:00Z"));
        Run.End end = run(List.of(good));

        // then
        assertThat(end).isEqualTo(Run.End.ALL_ENDED);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(deadLetterOrigins())
                        .contains(
                                "refund-service from bob.refund.v1: MISSING_TYPE",
                                "refund-service from payment.update.v1: MISSING_TYPE",
                                "fiscalization-service from refund.update.v1: MISSING_TYPE",
                                "notifications-service from refund.update.v1: MISSING_TYPE",
                                "refund-service from refund.update.v1: MISSING_TYPE"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(sandbox.auditOnce())
                        .hasSize(UNREADABLE_RECORDS)
                        .allSatisfy(finding -> assertThat(finding.sentence()).contains("Expected no dead letters")));
    }

    private static Run.End run(List<FeedRequest> requests) throws InterruptedException {
        Iterator<FeedRequest> iterator = requests.iterator();
        return sandbox.run(() -> iterator.hasNext() ? iterator.next() : null);
    }

    private static void writeUnreadableBytes(Topic topic) {
        try (KafkaProducer<String, byte[]> producer =
                KafkaClients.producer(sandbox.system().kafka(), "vandal")) {
            byte[] bytes = {(byte) 0xC3, 0x28, 0x00, (byte) 0xFF};
            var _ = producer.send(new ProducerRecord<>(topic.topicName(), "O1", bytes));
            producer.flush();
        }
    }

    private static List<String> deadLetterOrigins() {
        List<String> topics = List.of(
                Topic.REFUND_SERVICE_DEAD_LETTER_V1.topicName(),
                Topic.FISCALIZATION_SERVICE_DEAD_LETTER_V1.topicName(),
                Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1.topicName());
        List<String> origins = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                KafkaClients.consumer(sandbox.system().kafka(), "reader", "reader-" + System.nanoTime())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(letter -> origins.add(origin(letter)));
            }
        }
        return origins;
    }

    private static String origin(ConsumerRecord<String, byte[]> letter) {
        return header(letter, DeadLetters.SERVICE) + " from " + header(letter, DeadLetters.ORIGIN_TOPIC) + ": "
                + header(letter, DeadLetters.CAUSE);
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
