package io.refundtool.refund;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.events.common.Country;
import io.refundtool.events.operator.Paused;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.Traces;
import io.refundtool.messaging.UnreadableEventException;
import io.refundtool.refund.RunningRefundService.Answer;
import io.refundtool.refund.domain.RefundEvents;
import io.refundtool.refund.readmodel.OnHoldReport;
import io.refundtool.testservers.NeedsServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Operators' decisions from the request to what became of them, on a real broker and a real database. */
@ResourceLock(RunningRefundService.SHARED_BROKER)
@NeedsServers
class OperatorsApiTest {

    private static final String REFUND = "R-ops";

    @TempDir
    private static Path stateDir;

    private static RunningRefundService service;

    @BeforeAll
    static void start() {
        service = RunningRefundService.start(stateDir);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldApplyADecisionOnceThoughItIsPostedTwice() {
        // given
        approved("ops-once");
        String traceparent = Traces.newTraceparent();
        String[] headers = {"X-Operator", "Ann", "Idempotency-Key", "once-1", "traceparent", traceparent};

        // when
        Answer first = service.post(decisions("ops-once"), pause("to look at it"), headers);
        Answer second = service.post(decisions("ops-once"), pause("to look at it"), headers);
        statusBecomes("ops-once", "on-hold");
        Answer third = service.post(decisions("ops-once"), pause("to look at it"), headers);

        // then
        assertThat(List.of(first.status(), second.status(), third.status())).containsOnly(202);
        assertThat(List.of(second.body().path("eventId"), third.body().path("eventId")))
                .containsOnly(first.body().path("eventId"));
        assertThat(third.body().path("repeated").asBoolean()).isTrue();
        assertThat(history("ops-once")).singleElement().satisfies(it -> {
            assertThat(it.path("decision").asString()).isEqualTo("pause");
            assertThat(it.path("operator").asString()).isEqualTo("Ann");
            assertThat(it.path("reason").asString()).isEqualTo("to look at it");
            assertThat(it.path("outcome").asString()).isEqualTo("accepted");
            assertThat(it.path("announced")).hasSize(1);
        });
        assertThat(written("ops-once")).isNotEmpty().allSatisfy(it -> {
            Envelope<?> envelope = read(it);
            assertThat(it.key()).isEqualTo("ops-once");
            assertThat(envelope.id()).isEqualTo(first.body().path("eventId").asString());
            assertThat(Traces.traceId(envelope.traceparent())).isEqualTo(Traces.traceId(traceparent));
            assertThat(envelope.event())
                    .isInstanceOfSatisfying(
                            Paused.class, event -> assertThat(event.country()).isEqualTo(Country.RU));
        });
    }

    @Test
    void shouldLetARefundGoOnAndShowEveryDecisionWithItsOutcome() {
        // given
        approved("ops-story");
        service.post(decisions("ops-story"), pause("to look at it"), "X-Operator", "Ann");
        statusBecomes("ops-story", "on-hold");
        JsonNode held = service.get("/api/v1/orders/ops-story/refunds/" + REFUND, 200);
        assertThat(held.path("interrupted").asString()).isEqualTo("approved");
        assertThat(held.path("code").asString()).isEqualTo("paused-by-operator");
        assertThat(held.path("waitsFor").asString()).isEqualTo("an operator");

        // when
        service.post(
                decisions("ops-story"), "{\"decision\":\"add-note\",\"note\":\"All is well.\"}", "X-Operator", "Bob");
        service.post(
                decisions("ops-story"), "{\"decision\":\"resume\",\"reason\":\"looked at it\"}", "X-Operator", "Ann");
        statusBecomes("ops-story", "approved");
        service.post(decisions("ops-story"), "{\"decision\":\"resume\",\"reason\":\"again\"}", "X-Operator", "Ann");

        // then
        await().atMost(PATIENCE).until(() -> history("ops-story").size() == 4);
        List<JsonNode> history = history("ops-story");
        assertThat(history)
                .extracting(it -> it.path("decision").asString())
                .containsExactly("pause", "add-note", "resume", "resume");
        assertThat(history.get(1).path("note").asString()).isEqualTo("All is well.");
        assertThat(history.getLast().path("outcome").asString()).isNotEqualTo("accepted");
        assertThat(history.getLast().path("outcomeReason").asString()).startsWith("Expected");
        JsonNode page = service.get(decisions("ops-story") + "?limit=1", 200);
        JsonNode rest = service.get(
                decisions("ops-story") + "?after=" + page.path("next").asLong(), 200);
        assertThat(rest.path("decisions")).hasSize(3);
    }

    @Test
    void shouldCountAndFindWhatWaitsForAnOperator() {
        // given
        approved("ops-held");
        service.post(decisions("ops-held"), pause("to look at it"), "X-Operator", "Ann");

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get(
                                        "/api/v1/refunds?status=on-hold&status=reversing&code=paused-by-operator", 200)
                                .path("refunds"))
                        .anySatisfy(
                                it -> assertThat(it.path("orderId").asString()).isEqualTo("ops-held")));
        // Other tests write to the same topics, but none such a code.
        assertThat(service.get("/api/v1/refunds?status=on-hold,approved&code=reversal-silent", 200)
                        .path("refunds"))
                .isEmpty();
        assertThat(service.get("/api/v1/refunds?code=bored", 400).path("detail").asString())
                .contains("payment-silent");
        service.bean(OnHoldReport.class).count();
        assertThat(onHold("paused-by-operator")).isGreaterThanOrEqualTo(1);
        assertThat(onHold("reversal-silent")).isZero();
    }

    @Test
    void shouldDecideAboutManyRefundsAtOnce() {
        // given
        approved("ops-list");

        // when
        Answer answer = service.post("/api/v1/decisions", """
                [{"orderId":"ops-list","refundId":"R-ops","id":"a","decision":"pause","reason":"x"},
                 {"orderId":"nobody","refundId":"R-ops","id":"b","decision":"pause","reason":"x"}]
                """, "X-Operator", "Ann");

        // then
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.body().path("results").path(0).path("status").asInt()).isEqualTo(202);
        assertThat(answer.body().path("results").path(1).path("status").asInt()).isEqualTo(404);
        statusBecomes("ops-list", "on-hold");
    }

    @Test
    void shouldNotKnowRefundsThatNobodyRequested() {
        // 503 until this instance has its partitions
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.post(decisions("ops-none"), pause("x"), "X-Operator", "Ann")
                                .status())
                        .isEqualTo(404));
        assertThat(service.get(decisions("ops-none")).status()).isEqualTo(404);
        assertThat(service.post(decisions("ops-none"), pause("x")).status()).isEqualTo(400);
    }

    /** Requests a refund of an order of its own. */
    private static void approved(String orderId) {
        service.tells(
                "requested-" + orderId,
                requestedOf(orderId, REFUND, RefundEvents.NOON.plus(Duration.ofDays(1)), line("L1", 1, 1)));
        statusBecomes(orderId, "approved");
    }

    private static void statusBecomes(String orderId, String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.status(orderId, REFUND)).isEqualTo(status));
    }

    private static String decisions(String orderId) {
        return "/api/v1/orders/" + orderId + "/refunds/" + REFUND + "/decisions";
    }

    private static String pause(String reason) {
        return "{\"decision\":\"pause\",\"reason\":\"" + reason + "\"}";
    }

    private static List<JsonNode> history(String orderId) {
        return List.copyOf(
                service.get(decisions(orderId), 200).path("decisions").values());
    }

    private static double onHold(String code) {
        return service.bean(MeterRegistry.class)
                .get("refundtool.refunds.on.hold")
                .tag("code", code)
                .gauge()
                .value();
    }

    private static List<ConsumerRecord<String, byte[]>> written(String orderId) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                KafkaClients.consumer(RunningRefundService.kafka(), "written", "written-" + orderId)) {
            consumer.subscribe(List.of(Topic.REFUND_OPERATOR_V1.topicName()));
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(it -> {
                    if (read(it).event().orderId().equals(orderId)) {
                        found.add(it);
                    }
                });
                return !found.isEmpty();
            });
        }
        return found;
    }

    private static Envelope<?> read(ConsumerRecord<String, byte[]> written) {
        try {
            return CloudEvents.read(written);
        } catch (UnreadableEventException e) {
            throw new AssertionError("Nobody can read what was written", e);
        }
    }
}
