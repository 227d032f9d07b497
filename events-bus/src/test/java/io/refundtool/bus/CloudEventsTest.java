package io.refundtool.bus;

import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.batch;
import static io.refundtool.bus.Samples.moneyRefunded;
import static io.refundtool.bus.Samples.moneyRefundedData;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.testservers.NeedsServers;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The CloudEvents HTTP protocol binding 1.0.2 over HTTP and a real broker, in all three of its modes. */
@NeedsServers
class CloudEventsTest {

    private static final String PATH = "/event-types/" + MONEY_REFUNDED + "/events";
    private static final String STRUCTURED = "application/cloudevents+json; charset=utf-8";
    private static final String BATCHED = "application/cloudevents-batch+json";
    private static final String TRACE = "00-33333333333333333333333333333333-4444444444444444-01";

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
    void shouldTakeAnEventInBinaryMode() {
        // when
        Reply reply = gateway.publish(
                MONEY_REFUNDED,
                moneyRefundedData(),
                "ce-specversion",
                "1.0",
                "Ce-Id",
                "ce%2Dbinary",
                "ce-source",
                "/payment/eu",
                "ce-type",
                MONEY_REFUNDED,
                "ce-time",
                "2026-01-31T12:00:00.123456789+03:00",
                "ce-subject",
                "r-1",
                "ce-partitionkey",
                "o-1",
                "traceparent",
                TRACE);

        // then
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        assertThat(reply.json().toString())
                .isEqualTo(
                        "[{\"eid\":\"ce-binary\",\"publishing_status\":\"submitted\",\"step\":\"publishing\",\"detail\":\"\"}]");
        ConsumerRecord<String, byte[]> written = payments.awaitEvent("ce-binary");
        assertThat(written.key()).isEqualTo("o-1");
        assertThat(TopicReader.header(written, CloudEvents.SOURCE)).isEqualTo("/payment/eu");
        assertThat(TopicReader.header(written, CloudEvents.TIME)).isEqualTo("2026-01-31T09:00:00.123456Z");
        assertThat(TopicReader.header(written, CloudEvents.TRACEPARENT)).startsWith(TRACE.substring(0, 36));
    }

    @Test
    void shouldTakeAnEventInStructuredMode() {
        // when
        Reply reply = gateway.post(PATH, STRUCTURED, event("ce-structured"));

        // then
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        ConsumerRecord<String, byte[]> written = payments.awaitEvent("ce-structured");
        assertThat(TopicReader.header(written, CloudEvents.SOURCE)).isEqualTo("/payment");
        assertThat(TopicReader.header(written, CloudEvents.TIME)).isEqualTo("2026-01-31T12:00:00Z");
        assertThat(TopicReader.header(written, CloudEvents.TYPE)).isEqualTo(MONEY_REFUNDED);
    }

    @Test
    void shouldTakeEventsInBatchedMode() {
        // when
        Reply reply = gateway.post(PATH, BATCHED, batch(event("ce-batched-1"), event("ce-batched-2")));

        // then
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        assertThat(reply.json().size()).isEqualTo(2);
        assertThat(payments.awaitEvent("ce-batched-2").offset())
                .isEqualTo(payments.awaitEvent("ce-batched-1").offset() + 1);
    }

    @Test
    void shouldSayAtWhichStepAnEventOfABatchFailed() {
        // given
        String misplaced =
                event("ce-misplaced").replace("\"specversion\"", "\"partitionkey\": \"o-2\", \"specversion\"");

        // when
        Reply reply = gateway.post(PATH, BATCHED, batch(event("ce-1st"), misplaced, event("ce-3rd")));

        // then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json()
                        .valueStream()
                        .map(item -> item.path("publishing_status").asString() + " "
                                + item.path("step").asString()))
                .containsExactly("aborted partitioning", "failed partitioning", "aborted validating");
        assertThat(reply.json().at("/1/detail").asString()).startsWith("/partitionkey: must be the event's orderId");
        assertThat(payments.count("ce-1st")).isZero();
    }

    static Stream<Arguments> badAttributes() {
        return Stream.of(
                Arguments.of("\"1.0\"", "\"0.3\"", "/specversion: must be 1.0, but is another text"),
                Arguments.of("\"specversion\": \"1.0\", ", "", "/specversion: must be there, but is missing"),
                Arguments.of("\"id\": \"ce-bad\", ", "", "/id: must be there, but is missing"),
                Arguments.of("\"ce-bad\"", "\"\"", "/id: must be 1 to 128 printable ASCII"),
                Arguments.of("\"/payment\"", "\"/bob\"", "/source: must be /payment or a part of it"),
                Arguments.of("\"/payment\"", "\"/payments\"", "/source: must be /payment or a part of it"),
                Arguments.of(MONEY_REFUNDED, "payment.refund-declined.v1", "/type: must be payment.money-refunded.v1"),
                Arguments.of("\"time\"", "\"thyme\"", "but has \"thyme\"; /time: must be there, but is missing"),
                Arguments.of("\"specversion\"", "\"subject\": \"r-2\", \"specversion\"", "/subject: must be the"),
                Arguments.of(
                        "\"specversion\"", "\"country\": \"GB\", \"specversion\"", "/country: must be the event's"),
                Arguments.of(
                        "\"specversion\"",
                        "\"datacontenttype\": \"text/xml\", \"specversion\"",
                        "must be application/json"),
                Arguments.of(
                        "\"specversion\"", "\"dataschema\": \"http://x/y\", \"specversion\"", "with or without a host"),
                Arguments.of("\"specversion\"", "\"receivedat\": \"x\", \"specversion\"", "but has \"receivedat\""),
                Arguments.of("\"data\"", "\"data_base64\"", "must have its data as JSON in \"data\""),
                Arguments.of("1999", "-1", "/data/amountMinor: must be at least 1, but is -1"));
    }

    @ParameterizedTest
    @MethodSource("badAttributes")
    void shouldSayWhatIsWrongWithAnAttribute(String good, String bad, String expected) {
        // given
        String event = event("ce-bad");
        assertThat(event).contains(good);

        // when
        Reply reply = gateway.post(PATH, STRUCTURED, event.replace(good, bad));

        // then
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(422);
        assertThat(reply.json().at("/0/step").asString()).isEqualTo("validating");
        assertThat(reply.json().at("/0/detail").asString()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/cloudevents+json | [] | 400 | it is an array",
                "application/cloudevents+json | '' | 400 | there is nothing",
                "application/cloudevents+json | {} {} | 400 | Expected nothing after the event",
                "application/cloudevents-batch+json | {} | 400 | Expected a JSON array of events",
                "application/cloudevents-batch+json | [] | 400 | the array is empty",
                "text/plain | {} | 415 | ''"
            })
    void shouldRefuseABodyOfAnotherShape(String contentType, String body, int status, String expected) {
        // when
        Reply reply = gateway.post(PATH, contentType, body);

        // then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("detail").asString()).contains(expected);
    }

    @Test
    void shouldRefuseDataInBinaryModeThatIsNoObject() {
        // given
        String[] attributes = {
            "ce-specversion", "1.0", "ce-id", "ce-x", "ce-source", "/payment", "ce-type", MONEY_REFUNDED
        };

        // then
        assertThat(gateway.publish(MONEY_REFUNDED, "", attributes).status()).isEqualTo(400);
        assertThat(gateway.publish(MONEY_REFUNDED, "[1]", attributes)
                        .json()
                        .at("/0/detail")
                        .asString())
                .contains("/data: must be an object, but is an array");
    }

    @Test
    void shouldNotTakeABatchInNakadisFormForACloudEvent() {
        // then
        assertThat(gateway.publish(MONEY_REFUNDED, batch(moneyRefunded("ce-none")))
                        .status())
                .isEqualTo(200);
    }

    private static String event(String id) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/payment", "type": "%s",
                 "time": "2026-01-31T12:00:00Z", "data": %s}""".formatted(id, MONEY_REFUNDED, moneyRefundedData());
    }
}
