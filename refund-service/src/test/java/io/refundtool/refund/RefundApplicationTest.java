package io.refundtool.refund;

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

import io.refundtool.events.common.RefundStatus;
import io.refundtool.refund.domain.LargeRequests;
import io.refundtool.testservers.NeedsServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** The service as it runs, on a real broker and a real database. */
@TestMethodOrder(MethodOrderer.MethodName.class)
@ResourceLock(RunningRefundService.SHARED_BROKER)
@NeedsServers
class RefundApplicationTest {

    /** Well below the session time-out of 45 s that a group waits for a member which did not leave. */
    private static final Duration RESTART = Duration.ofSeconds(40);

    @TempDir
    private static Path stateDir;

    private static RunningRefundService service;

    @BeforeAll
    static void start() {
        service = RunningRefundService.start(stateDir);
        service.tells("e1", requested("R-1", line("L1", 1, 1000)));
        service.tells("e2", requested("R-2", line("L1", 9, 1000)));
        service.answersWhen("R-1", "approved", "e3", paid("R-1", 1, 1, 1000, "T-1"));
        service.answersWhen("R-1", "money-refunded", "e4", registered("R-1", movement("R-1"), 1000));
        service.answersWhen("R-1", "fiscalized", "e5", notified("R-1", RefundStatus.FISCALIZED));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldTellWhereARefundIsAndWhy() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.status("R-1")).isEqualTo("completed"));
        JsonNode money = service.get("/api/v1/orders/" + ORDER + "/refunds/R-1", 200)
                .path("transactions")
                .path(0);
        assertThat(money.path("transactionId").asString()).isEqualTo("T-1");
        assertThat(money.path("fate").asString()).isEqualTo("paid");
        JsonNode rejected = service.get("/api/v1/orders/" + ORDER + "/refunds/R-2", 200);
        assertThat(rejected.path("status").asString()).isEqualTo("rejected");
        assertThat(rejected.path("code").asString()).isEqualTo("QUANTITY_EXCEEDED");
        assertThat(rejected.path("reason").asString()).contains("Expected at most 3 of line L1");
    }

    @Test
    void shouldGiveAnOrderWithItsRefundsAndItsEvents() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.status("R-1")).isEqualTo("completed"));
        assertThat(service.get("/api/v1/orders/" + ORDER, 200).path("refunds")).hasSizeGreaterThanOrEqualTo(2);
        JsonNode page = service.get("/api/v1/orders/" + ORDER + "/events?limit=3", 200);
        assertThat(page.path("events")).hasSize(3);
        assertThat(page.path("next").asLong()).isEqualTo(3);
        JsonNode last = service.get("/api/v1/orders/" + ORDER + "/events?after=4", 200)
                .path("events")
                .path(0);
        assertThat(last.path("eventType").asString()).isEqualTo("notifications.customer-notified.v1");
        assertThat(last.path("outcome").asString()).isEqualTo("accepted");
        assertThat(last.path("data").path("refundId").asString()).isEqualTo("R-1");
    }

    @Test
    void shouldFindRefundsInTheReadModel() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode found = service.get("/api/v1/refunds?status=completed&country=RU&from=2026-03-01T00:00:00Z", 200);
            assertThat(ofThisOrder(found)).containsExactly("R-1");
        });
        assertThat(pagesOfOne()).containsExactly("R-1", "R-2");
    }

    /** The read model has what others wrote to the shared broker too. */
    private static List<String> ofThisOrder(JsonNode page) {
        return page.path("refunds")
                .valueStream()
                .filter(refund -> refund.path("orderId").asString().equals(ORDER))
                .map(refund -> refund.path("refundId").asString())
                .toList();
    }

    private List<String> pagesOfOne() {
        List<String> found = new ArrayList<>();
        JsonNode page = service.get("/api/v1/refunds?limit=1", 200);
        while (!page.path("refunds").isEmpty()) {
            found.addAll(ofThisOrder(page));
            String next = page.path("next").asString("");
            page = next.isEmpty() ? page.path("none") : service.get("/api/v1/refunds?limit=1&after=" + next, 200);
        }
        return found;
    }

    @Test
    void shouldAnswerWithAProblemThatSaysWhatIsWrong() {
        assertThat(service.get("/api/v1/orders/unknown", 404).path("detail").asString())
                .contains("order unknown");
        assertThat(service.get("/api/v1/orders/" + ORDER + "/refunds/R-9", 404)
                        .path("detail")
                        .asString())
                .contains("R-9");
        assertThat(service.get("/api/v1/refunds?status=lost", 400)
                        .path("detail")
                        .asString())
                .contains("but it is lost");
        assertThat(service.get("/api/v1/refunds?limit=0", 400).path("detail").asString())
                .contains("between 1 and 1000");
        assertThat(service.get("/api/v1/refunds?after=x", 400).path("detail").asString())
                .contains("next of an earlier page");
        assertThat(service.get("/api/v1/refunds?from=yesterday", 400)
                        .path("status")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void shouldTakeRequestsAsLargeAsTheGatewayLets() {
        service.tells("large-1", LargeRequests.asLargeAsTheGatewayLets("R-large-1"));
        service.tells("large-2", LargeRequests.asLargeAsTheGatewayLets("R-large-2"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.status("R-large-2")).isEqualTo("approved"));
    }

    @Test
    void shouldGoOnWithinSecondsOfARestart() {
        // given
        await().atMost(PATIENCE).until(() -> "completed".equals(service.status("R-1")));

        // when
        service.restart();

        // then
        service.tells("after-restart", requested("R-after-restart", line("L1", 1, 1)));
        await().atMost(RESTART)
                .untilAsserted(
                        () -> assertThat(service.status("R-after-restart")).isEqualTo("approved"));
        assertThat(service.status("R-1")).isEqualTo("completed");
    }

    @Test
    void shouldFoldStoredEventsToWhatIsStored() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.status("R-1")).isEqualTo("completed"));
        JsonNode replay = service.get("/api/v1/orders/" + ORDER + "/replay", 200);
        assertThat(replay.path("events").asLong()).isGreaterThanOrEqualTo(5);
        assertThat(replay.path("refunds").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(replay.path("same").asBoolean()).as("%s", replay).isTrue();
        assertThat(service.get("/api/v1/orders/unknown/replay", 404)
                        .path("detail")
                        .asString())
                .contains("order unknown");
    }

    @Test
    void shouldFindNoDifferenceWhileEventsAreDecided() {
        // given
        JsonNode before = service.get("/api/v1/replay", 200);
        int orders = 300;
        List<Future<RecordMetadata>> told = new ArrayList<>();
        for (int i = 1; i <= orders; i++) {
            told.add(service.tellsSoon("busy-" + i, requestedOf("busy-" + i, "B-" + i, NOON, line("L1", 1, 1000))));
        }

        // when
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    JsonNode all = service.get("/api/v1/replay", 200);

                    // then
                    if (all.path("differing").asLong() != 0) {
                        throw new IllegalStateException("Expected no difference, but got " + all);
                    }
                    assertThat(all.path("orders").asLong())
                            .isGreaterThanOrEqualTo(before.path("orders").asLong() + orders);
                });
        assertThat(told).allSatisfy(each -> assertThat(each).succeedsWithin(PATIENCE));
        JsonNode all = service.get("/api/v1/replay?limit=1", 200);
        assertThat(all.path("partitions")).hasSize(6);
        assertThat(all.path("unsettled").asLong()).isZero();
        assertThat(service.get("/api/v1/replay?limit=0", 400).path("detail").asString())
                .contains("between 1 and 10000");
    }

    @Test
    void shouldBeHealthy() {
        assertThat(service.get("/actuator/health", 200).path("status").asString())
                .isEqualTo("UP");
    }
}
