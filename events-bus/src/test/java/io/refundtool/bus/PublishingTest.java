package io.refundtool.bus;

import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.REFUND_REQUESTED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.item;
import static io.refundtool.bus.Samples.moneyRefunded;
import static io.refundtool.bus.Samples.moneyRefundedData;
import static io.refundtool.bus.Samples.refundRequestedData;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole gateway over HTTP and a real broker: what is accepted is in the topic, as it should be. */
@NeedsServers
class PublishingTest {

    @RegisterExtension
    static final SharedGateway SHARED = new SharedGateway();

    private RunningGateway gateway;
    private TopicReader payments;

    @BeforeEach
    void use() {
        gateway = SHARED.gateway();
        payments = SHARED.payments();
    }

    @Test
    void shouldWriteCanonicalBytesUnderTheOrderIdWithAllHeaders() {
        // when
        Reply reply = gateway.publish(MONEY_REFUNDED, batch(moneyRefunded("e-headers")));

        // then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().toString())
                .isEqualTo(
                        "[{\"eid\":\"e-headers\",\"publishing_status\":\"submitted\",\"step\":\"publishing\",\"detail\":\"\"}]");
        ConsumerRecord<String, byte[]> written = payments.awaitEvent("e-headers");
        assertThat(written.key()).isEqualTo("o-1");
        assertThat(written.value())
                .isEqualTo(EventCodec.write(EventCodec.read(
                        EventType.PAYMENT_MONEY_REFUNDED_V1, moneyRefundedData().getBytes(StandardCharsets.UTF_8))));
        assertThat(TopicReader.header(written, CloudEvents.SOURCE)).isEqualTo("/payment");
        assertThat(TopicReader.header(written, CloudEvents.TYPE)).isEqualTo(MONEY_REFUNDED);
        assertThat(TopicReader.header(written, CloudEvents.SUBJECT)).isEqualTo("r-1");
        assertThat(TopicReader.header(written, CloudEvents.TIME)).isEqualTo("2026-01-31T09:00:00Z");
        assertThat(TopicReader.header(written, CloudEvents.COUNTRY)).isEqualTo("DE");
        assertThat(TopicReader.header(written, CloudEvents.TRACEPARENT)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void shouldAddWhatTheGatewayKnowsOfAnEvent() {
        // given
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);

        // when
        gateway.publish(MONEY_REFUNDED, batch(moneyRefunded("e-enriched")));

        // then
        ConsumerRecord<String, byte[]> written = payments.awaitEvent("e-enriched");
        assertThat(Instant.parse(TopicReader.header(written, CloudEvents.RECEIVED_AT)))
                .isBetween(before, Instant.now());
        assertThat(TopicReader.header(written, CloudEvents.SCHEMA_VERSION)).isEqualTo("1");
        assertThat(TopicReader.header(written, CloudEvents.PUBLISHED_BY)).isEqualTo(RunningGateway.CALLER);
        assertThat(written.partition())
                .as("Kafka's default for the key, which every client computes alike")
                .isEqualTo(BuiltInPartitioner.partitionForKey(
                        written.key().getBytes(StandardCharsets.UTF_8), Topic.PAYMENT_UPDATE_V1.partitions()));
    }

    @Test
    void shouldContinueTheTraceOfTheItemBeforeThatOfTheRequest() {
        // given
        String ofRequest = "00-11111111111111111111111111111111-2222222222222222-01";
        String withFlow = moneyRefunded("e-flow")
                .replace(
                        "\"eid\"", "\"flow_id\": \"00-33333333333333333333333333333333-4444444444444444-01\", \"eid\"");

        // when
        Reply reply =
                gateway.publish(MONEY_REFUNDED, batch(withFlow, moneyRefunded("e-no-flow")), "traceparent", ofRequest);

        // then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(TopicReader.header(payments.awaitEvent("e-flow"), CloudEvents.TRACEPARENT))
                .startsWith("00-33333333333333333333333333333333-");
        assertThat(TopicReader.header(payments.awaitEvent("e-no-flow"), CloudEvents.TRACEPARENT))
                .startsWith("00-11111111111111111111111111111111-");
    }

    @Test
    void shouldWriteABatchInItsOrder() {
        // given
        String[] items = Stream.iterate(0, i -> i < 100, i -> i + 1)
                .map(i -> moneyRefunded("e-batch-" + i))
                .toArray(String[]::new);

        // when
        Reply reply = gateway.publish(MONEY_REFUNDED, batch(items));

        // then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().size()).isEqualTo(100);
        assertThat(payments.awaitEvent("e-batch-99").offset())
                .isEqualTo(payments.awaitEvent("e-batch-0").offset() + 99);
    }

    @Test
    void shouldAcceptANegativeAmountInARequestBecauseTheStateMachineAnswersIt() {
        // given
        String data = refundRequestedData().replace("\"amountMinor\": 999}", "\"amountMinor\": -999}");

        // when
        Reply reply = gateway.publish(REFUND_REQUESTED, batch(item("e-negative", data)));

        // then
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
        try (var requests = new TopicReader(SharedServers.kafka().bootstrapServers(), Topic.BOB_REFUND_V1)) {
            assertThat(requests.awaitEvent("e-negative").key()).isEqualTo("o-1");
        }
    }
}
