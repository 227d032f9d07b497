package io.refundtool.refund;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.events.bob.RefundCancellationRequested;
import io.refundtool.events.common.Country;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.DeadLetters;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.refund.RunningRefundService.Answer;
import io.refundtool.refund.domain.RefundEvents;
import io.refundtool.testservers.NeedsServers;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Dead letters of the running service: from the record that failed to its end, by its REST endpoints. */
@ResourceLock(RunningRefundService.SHARED_BROKER)
@NeedsServers
class DeadLettersApiTest {

    private static final String LETTERS = "/api/v1/dead-letters";
    private static final String PUBLISH = """
            {"action": "publish", "reason": "mended"}""";
    private static final String DROP = """
            {"action": "drop", "reason": "of no use"}""";

    @TempDir
    private static Path stateDir;

    private static RunningRefundService service;
    private static KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void start() {
        service = RunningRefundService.start(stateDir);
        producer = new KafkaProducer<>(
                KafkaClients.producerProperties(RunningRefundService.kafka(), "test-" + UUID.randomUUID()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        service.close();
    }

    @Test
    void shouldLetTheStateMachineReadALetterAgainThatItCanReadNow() {
        // given a letter from a time when the version was not known yet
        String order = "dl-readable";
        write(letterOfAnEarlierVersion(order));
        String id = awaitLetter(order).path("id").asString();

        // when
        Answer answer = post("/" + id + "/decisions", PUBLISH);

        // then
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body().path("state").asString()).isEqualTo("published-again");
        await().atMost(PATIENCE).until(() -> service.status(order, "R-1").equals("approved"));
        JsonNode event = service.get("/api/v1/orders/" + order + "/events", 200)
                .path("events")
                .path(0);
        assertThat(event.toString()).contains("bob.refund.v1").doesNotContain("retry");
        JsonNode decision = service.get(LETTERS + "/" + id + "/decisions", 200)
                .path("decisions")
                .path(0);
        assertThat(decision.path("operator").asString()).isEqualTo("Ann");
        assertThat(decision.path("reason").asString()).isEqualTo("mended");
        assertThat(decision.path("attempt").asInt()).isOne();
    }

    @Test
    void shouldWaitAgainWhenTheStateMachineFailsAgain() {
        // given
        String order = "dl-broken";
        byte[] value = {(byte) 0xC3, 0x28, 0};
        write(new ProducerRecord<>(Topic.PAYMENT_UPDATE_V1.topicName(), order.getBytes(UTF_8), value));
        JsonNode first = awaitLetter(order);
        String id = first.path("id").asString();
        assertThat(first.path("cause").asString()).isEqualTo("MISSING_TYPE");
        assertThat(id).startsWith("payment.update.v1-");

        // when
        post("/" + id + "/decisions", PUBLISH);

        // then
        await().atMost(PATIENCE)
                .until(() -> show(id).path("letter").path("attempt").asInt() == 2);
        JsonNode detail = show(id);
        assertThat(detail.path("letter").path("state").asString()).isEqualTo("waiting");
        assertThat(detail.path("letter").path("origin")).isEqualTo(first.path("origin"));
        assertThat(detail.path("value").path("base64").asString()).isEqualTo("wygA");
        assertThat(detail.path("key").path("text").asString()).isEqualTo(order);

        // when
        Answer dropped = post("/" + id + "/decisions", DROP);

        // then
        assertThat(dropped.body().path("state").asString()).isEqualTo("dropped");
        Answer again = post("/" + id + "/decisions", DROP);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("detail").asString()).contains("to wait for a decision, but it is dropped");
    }

    @Test
    void shouldNotPublishWhatTheStateMachineHasRefused() {
        // given
        String order = "dl-refused";
        service.tells("dl-cancel", new RefundCancellationRequested(order, "R-1", Country.RU, RefundEvents.NOON, null));
        String id = awaitLetter(order).path("id").asString();

        // when
        Answer answer = post("/" + id + "/decisions", PUBLISH);

        // then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("detail").asString()).contains("UNKNOWN_REFUND");
        assertThat(show(id).path("letter").path("state").asString()).isEqualTo("waiting");
        assertThat(post("/" + id + "/decisions", DROP).status()).isEqualTo(200);
    }

    private static ProducerRecord<byte[], byte[]> letterOfAnEarlierVersion(String order) {
        ProducerRecord<String, byte[]> event = CloudEvents.toRecord(new Envelope<>(
                "event-of-" + order,
                "/bob",
                RefundEvents.NOON,
                null,
                requestedOf(order, "R-1", RefundEvents.NOON, line("L1", 1, 1000))));
        int partition = BuiltInPartitioner.partitionForKey(order.getBytes(UTF_8), Topic.BOB_REFUND_V1.partitions());
        ConsumerRecord<String, byte[]> origin =
                new ConsumerRecord<>(event.topic(), partition, 1_000_000, event.key(), event.value());
        event.headers().forEach(origin.headers()::add);
        return DeadLetters.of(
                Topic.REFUND_SERVICE_DEAD_LETTER_V1, origin, "UNKNOWN_VERSION", "Expected …, but …", "refund-service");
    }

    private static void write(ProducerRecord<byte[], byte[]> sent) {
        assertThat(producer.send(sent)).succeedsWithin(PATIENCE);
    }

    private static JsonNode awaitLetter(String order) {
        String path = LETTERS + "?state=waiting&orderId=" + order;
        await().atMost(PATIENCE)
                .until(() -> service.get(path, 200).path("letters").size() == 1);
        return service.get(path, 200).path("letters").path(0);
    }

    private static JsonNode show(String id) {
        return service.get(LETTERS + "/" + id, 200);
    }

    private static Answer post(String path, String body) {
        return service.post(LETTERS + path, body, "X-Operator", "Ann");
    }
}
