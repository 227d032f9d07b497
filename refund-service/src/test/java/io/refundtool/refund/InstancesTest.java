package io.refundtool.refund;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.refund.RunningInstances.Instance;
import io.refundtool.refund.RunningRefundService.Answer;
import io.refundtool.testservers.NeedsServers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two instances, one of which dies in the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@NeedsServers
class InstancesTest {

    private static final List<String> ORDERS =
            IntStream.range(0, 24).mapToObj(i -> "shared-" + i).toList();

    @TempDir
    private static Path directory;

    private static RunningInstances instances;

    @BeforeAll
    static void start() {
        // Without leaving, the group holds a stopped instance for alive, as it does a dead one.
        instances = new RunningInstances(
                directory, "--refundtool.streams.leave-on-stop=false", "--refundtool.streams.standby-replicas=1");
        Instance first = instances.start();
        instances.start();
        for (String order : ORDERS) {
            first.service().tells(order + "-e1", requestedOf(order, "R-1", NOON, line("L1", 1, 1000)));
        }
        await().atMost(PATIENCE)
                .until(() -> ORDERS.stream()
                        .allMatch(order -> "approved".equals(first.service().status(order, "R-1"))));
        instances.awaitShared(ORDERS);
    }

    @AfterAll
    static void stop() {
        instances.close();
    }

    @Test
    @Order(1)
    void shouldAnswerTheSameAtEveryInstance() {
        for (String order : ORDERS) {
            for (String path : List.of("", "/refunds/R-1", "/events?limit=1", "/refunds/R-1/decisions", "/replay")) {
                // when
                List<Answer> answers = instances.all().stream()
                        .map(instance -> instance.service().get("/api/v1/orders/" + order + path))
                        .toList();

                // then
                assertThat(answers).extracting(Answer::status).containsOnly(200);
                assertThat(answers)
                        .extracting(Answer::body)
                        .containsOnly(answers.getFirst().body());
                assertThat(answers)
                        .extracting(answer -> header(answer, "Refund-Answered-By"))
                        .containsOnly(instances.ownerOf(order).address());
                assertThat(answers)
                        .extracting(answer -> header(answer, "Refund-Read-From"))
                        .containsOnly("owner");
            }
        }
    }

    @Test
    @Order(2)
    void shouldFoldTheOrdersOfAllInstancesWhicheverIsAsked() {
        for (Instance instance : instances.all()) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode replay = instance.service().get("/api/v1/replay", 200);
                assertThat(replay.path("partitions").valueStream().map(JsonNode::asInt))
                        .containsExactly(0, 1, 2, 3, 4, 5);
                assertThat(replay.path("orders").asInt()).isGreaterThanOrEqualTo(ORDERS.size());
                assertThat(replay.path("differing").asInt()).isZero();
            });
        }
    }

    @Test
    @Order(2)
    void shouldSayAtEveryInstanceThatAnOrderIsUnknown() {
        for (Instance instance : instances.all()) {
            for (int i = 0; i < ORDERS.size(); i++) {
                assertThat(instance.service()
                                .get("/api/v1/orders/unknown-" + i, 404)
                                .path("detail")
                                .asString())
                        .contains("unknown-" + i);
            }
        }
    }

    @Test
    @Order(3)
    void shouldNotPassOnWhatAnotherInstanceAsks() {
        String order = ORDERS.getFirst();
        Instance owner = instances.ownerOf(order);
        Instance other = otherThan(owner);
        Answer answer = other.service().get("/api/v1/orders/" + order, "Refund-Asked-As", "owner");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isEqualTo("1");
    }

    @Test
    @Order(4)
    void shouldTakeADecisionAtAnInstanceThatDoesNotHaveTheOrder() {
        // given
        String order = ORDERS.getFirst();
        Instance other = otherThan(instances.ownerOf(order));
        String path = "/api/v1/orders/" + order + "/refunds/R-1/decisions";
        String pause = "{\"decision\": \"pause\", \"reason\": \"The bank called\"}";

        // when
        Answer answer = other.service().post(path, pause, "X-Operator", "ann", "Idempotency-Key", "k");

        // then
        assertThat(answer.status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> "on-hold".equals(other.service().status(order, "R-1")));
        Answer again = other.service().post(path, pause, "X-Operator", "ann", "Idempotency-Key", "k");
        assertThat(again.body().path("repeated").asBoolean()).isTrue();
        assertThat(other.service()
                        .post(path.replace("R-1", "R-9"), pause, "X-Operator", "ann")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(5)
    void shouldTellTheUpdatesOfAllInstancesAtEachAndGoOnAtAnother() {
        // given
        Instance first = instances.all().getFirst();
        Instance second = instances.all().getLast();
        String lastId;
        try (UpdateListener listener = new UpdateListener(first.port(), "").listen()) {
            await().atMost(PATIENCE).until(() -> !listener.lastId().isEmpty());

            // when
            ORDERS.forEach(order ->
                    first.service().tells(order + "-e2", requestedOf(order, "R-all", NOON, line("L1", 1, 1))));

            // then
            await().atMost(PATIENCE).until(() -> listener.refundIds().count() == ORDERS.size());
            lastId = listener.lastId();
        }
        first.service().tells("moved-e", requestedOf("moved", "R-moved", NOON, line("L1", 1, 1)));
        try (UpdateListener elsewhere = new UpdateListener(second.port(), "", "Last-Event-ID", lastId).listen()) {
            await().atMost(PATIENCE).until(() -> elsewhere.refundIds().toList().equals(List.of("R-moved")));
        }
    }

    @Test
    @Order(6)
    void shouldAnswerFromACopyUntilSomebodyElseHasTheOrdersOfADeadInstance() {
        // given
        String order = ORDERS.getLast();
        Instance owner = instances.ownerOf(order);
        Instance other = otherThan(owner);
        String path = "/api/v1/orders/" + order + "/refunds/R-1";
        await().atMost(PATIENCE)
                .until(() ->
                        other.service().get(path, "Refund-Asked-As", "standby").status() == 200);
        Answer before = other.service().get(path);

        // when
        instances.stop(owner);
        Answer meanwhile = other.service().get(path);

        // then
        assertThat(meanwhile.status()).as("%s", meanwhile.body()).isEqualTo(200);
        assertThat(meanwhile.body()).isEqualTo(before.body());
        assertThat(header(meanwhile, "Refund-Read-From")).isEqualTo("standby");
        assertThat(header(meanwhile, "Refund-Lag-Records")).matches("[0-9]+");
        await().atMost(PATIENCE)
                .until(() ->
                        header(other.service().get(path), "Refund-Read-From").equals("owner"));
        other.service().tells("after-death", requestedOf(order, "R-2", NOON, line("L1", 1, 1000)));
        await().atMost(PATIENCE).until(() -> "approved".equals(other.service().status(order, "R-2")));
    }

    private static Instance otherThan(Instance instance) {
        return instances.all().stream()
                .filter(each -> !each.equals(instance))
                .findFirst()
                .orElseThrow();
    }

    private static String header(Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("none");
    }
}
