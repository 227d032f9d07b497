package io.refundtool.refund.recovery;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Event;
import io.refundtool.events.Topic;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.RunningRefundService;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.OwnKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A service's whole life on a broker of its own: it runs, is rebuilt under a new id, and goes on from there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@NeedsServers
class RebuildTest {

    private static final int ORDERS = 20;

    @TempDir
    private static Path directory;

    private static OwnKafka broker;
    private static RecoveryLine recovery;
    private static RawTopics topics;
    private static RunningRefundService service;

    @BeforeAll
    static void live() {
        broker = OwnKafka.started();
        KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), (short) 1);
        recovery = new RecoveryLine(kafka, directory.resolve("report.tsv"));
        topics = new RawTopics(kafka);
        service = RunningRefundService.startOn(kafka, directory.resolve("state"));
        service.tells("e1", requested("R-1", line("L1", 1, 1000)));
        service.tells("e2", requested("R-2", line("L1", 9, 1000)));
        service.tells("e2", requested("R-2", line("L1", 9, 1000)));
        topics.write(Topic.PAYMENT_UPDATE_V1, ORDER, "no event");
        service.answersWhen("R-1", "approved", "e3", paid("R-1", 1, 1, 1000, "T-1"));
        service.answersWhen("R-1", "money-refunded", "e4", registered("R-1", movement("R-1"), 1000));
        service.answersWhen("R-1", "fiscalized", "e5", notified("R-1", RefundStatus.FISCALIZED));
        for (int i = 1; i <= ORDERS; i++) {
            service.tells("o" + i, requestedOf("order-" + i, "O-" + i, NOON, line("L1", 1, 1000)));
        }
        answerThatCameEarlyThoughItIsDatedLate();
        await().atMost(PATIENCE).until(() -> "completed".equals(service.status("R-1")));
        await().atMost(PATIENCE).until(() -> "approved".equals(service.status("order-" + ORDERS, "O-" + ORDERS)));
    }

    private static void answerThatCameEarlyThoughItIsDatedLate() {
        topics.write(
                "early",
                paid("R-3", 1, 1, 1000, "T-3"),
                System.currentTimeMillis() + Duration.ofHours(1).toMillis());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(eventIds()).contains("early"));
        service.tells("asked", requested("R-3", line("L1", 1, 1000)));
        await().atMost(PATIENCE).until(() -> "money-refunded".equals(service.status("R-3")));
    }

    @AfterAll
    static void stop() {
        service.close();
        topics.close();
        broker.close();
    }

    @Test
    @Order(1)
    void shouldFindEverythingAsPublishedWhileTheServiceRuns() {
        RecoveryLine.Ran ran = recovery.run("rebuild");
        assertThat(ran.out())
                .contains("in the order in which they were decided")
                .contains("where refund-service stands");
        assertThat(ran.out()).contains("missing    0").contains("differing  0").contains("additional 0");
        assertThat(ran.exitCode()).as(ran.out()).isZero();
        assertThat(topics.names()).noneMatch(name -> name.startsWith("recovery"));
    }

    @Test
    @Order(2)
    void shouldFindTheSameInSlices() {
        RecoveryLine.Ran ran = recovery.run("rebuild", "--max-events-in-memory=15");
        assertThat(ran.exitCode()).as(ran.out()).isZero();
    }

    @Test
    @Order(3)
    void shouldTellWhatDependsOnTheOrderOfTopics() {
        RecoveryLine.Ran ran = recovery.run("rebuild", "--order=time");
        assertThat(ran.exitCode()).isOne();
        // The early answer is decided after its request, and so causes what the request had caused.
        assertThat(ran.out()).contains("missing    1").contains("additional 1").contains("refund.money-refunded.v1");
    }

    @Test
    @Order(4)
    void shouldWriteNothingForAServiceThatRuns() {
        assertThat(recovery.run("rebuild", "--as=rebuilt").exitCode()).isEqualTo(2);
        assertThat(recovery.run("rebuild", "--repair").exitCode()).isEqualTo(2);
        RecoveryLine.Ran reset = recovery.run("reset", "--group=refund-service", "--to-earliest", "--execute");
        assertThat(reset.exitCode()).isEqualTo(2);
        assertThat(reset.err()).contains("stop it first");
    }

    @Test
    @Order(5)
    void shouldGoOnFromWhatWasRebuilt() {
        // given
        service.close();
        Map<TopicPartition, Long> announced = topics.updatesEnd();
        topics.write("while-down", paid("R-1", 1, 1, 500, "T-1-again"), System.currentTimeMillis());
        topics.forget(Topic.BOB_REFUND_V1);

        // when
        RecoveryLine.Ran ran = recovery.run("rebuild", "--as=rebuilt");

        // then
        assertThat(ran.exitCode()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("their events are taken from the old sequence");
        assertThat(recovery.run("rebuild", "--as=rebuilt").exitCode()).isEqualTo(2);
        service = rebuilt();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(eventIds()).contains("while-down"));
        assertThat(service.status("R-1")).isEqualTo("completed");
        assertThat(service.status("R-3")).isEqualTo("money-refunded");
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode replay = service.get("/api/v1/replay", 200);
            assertThat(replay.path("orders").asInt()).isEqualTo(ORDERS + 1);
            assertThat(replay.path("differing").asInt()).isZero();
        });
        assertThat(topics.updatesSince(announced)).containsExactly("refund.reversal-started.v1");
        assertThat(restored()).isGreaterThan(2 * ORDERS);
    }

    @Test
    @Order(6)
    void shouldKnowWhatCameBeforeItWasRebuilt() {
        // given
        Map<TopicPartition, Long> announced = topics.updatesEnd();

        // when
        service.tells("e3", paid("R-1", 1, 1, 1000, "T-1"));
        service.answersWhen("R-3", "money-refunded", "new", registered("R-3", movement("R-3"), 1000));

        // then
        await().atMost(PATIENCE).until(() -> "fiscalized".equals(service.status("R-3")));
        assertThat(topics.updatesSince(announced)).containsExactly("refund.fiscalized.v1");
    }

    @Test
    @Order(7)
    void shouldBeTheSameWhenTheDiskIsLost() throws IOException {
        // given
        Map<TopicPartition, Long> announced = topics.updatesEnd();
        JsonNode before = service.get("/api/v1/orders/" + ORDER, 200);

        // when
        service.close();
        FileSystemUtils.deleteRecursively(directory.resolve("rebuilt-state"));
        service = rebuilt();

        // then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.get("/api/v1/orders/" + ORDER).body())
                                .isEqualTo(before));
        assertThat(restored()).isGreaterThan(2 * ORDERS);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.get("/api/v1/replay", 200)
                                .path("differing")
                                .asInt())
                        .isZero());
        assertThat(topics.updatesSince(announced)).isEmpty();
    }

    @Test
    @Order(8)
    void shouldPublishWhatIsMissingOnce() {
        // given
        service.close();
        Event lost = requestedOf("lost-order", "L-1", NOON, line("L1", 1, 1000));
        topics.write("lost", lost, System.currentTimeMillis());
        Map<TopicPartition, Long> announced = topics.updatesEnd();

        // when
        RecoveryLine.Ran repaired = recovery.run("rebuild", "--from=unknown", "--order=time", "--repair");
        RecoveryLine.Ran again = recovery.run("rebuild", "--from=unknown", "--order=time", "--repair");

        // then
        assertThat(repaired.report()).anyMatch(each -> each.startsWith("missing") && each.contains("lost-order"));
        assertThat(repaired.out()).contains("Published 1 missing");
        assertThat(again.out()).contains("Published 0 missing");
        assertThat(topics.updatesSince(announced)).containsExactly("refund.approved.v1");
    }

    @Test
    @Order(9)
    void shouldTellWhatWasPublishedOtherwise() {
        // given
        topics.copyLastUpdate("lost-order");
        topics.write(
                "changed", requestedOf("changed-order", "C-1", NOON, line("L1", 1, 1000)), System.currentTimeMillis());
        String id = recovery.run("rebuild", "--from=unknown", "--order=time").missingId("changed-order");
        topics.fakeUpdate("changed-order", id);
        topics.fakeUpdate("nobodys-order", "nobodys-event");

        // when
        RecoveryLine.Ran ran = recovery.run("rebuild", "--from=unknown", "--order=time", "--repair");

        // then
        assertThat(ran.exitCode()).isOne();
        assertThat(ran.out()).contains("twice      1").contains("differing  1");
        assertThat(ran.report()).anyMatch(each -> each.startsWith("differing") && each.contains(id));
        assertThat(ran.report()).anyMatch(each -> each.startsWith("additional"));
        assertThat(ran.out()).contains("Published 0 missing");
    }

    private static RunningRefundService rebuilt() {
        return RunningRefundService.startOn(
                new KafkaSettings(broker.bootstrapServers(), (short) 1),
                directory.resolve("rebuilt-state"),
                "--refundtool.streams.application-id=rebuilt");
    }

    /** How many entries were restored from changelogs since the service was started. */
    private static double restored() {
        return service.get("/actuator/metrics/refundtool.restore.entries", 200)
                .path("measurements")
                .path(0)
                .path("value")
                .asDouble();
    }

    private static List<String> eventIds() {
        return service.get("/api/v1/orders/" + ORDER + "/events", 200)
                .path("events")
                .valueStream()
                .map(event -> event.path("eventId").asString())
                .toList();
    }
}
