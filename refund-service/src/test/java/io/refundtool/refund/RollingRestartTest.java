package io.refundtool.refund;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.ORDER;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Event;
import io.refundtool.events.Topic;
import io.refundtool.refund.RunningInstances.Instance;
import io.refundtool.testservers.NeedsServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All instances are restarted, one after the other, while a refund goes on and orders are read. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@NeedsServers
class RollingRestartTest {

    private static final Logger LOG = LoggerFactory.getLogger(RollingRestartTest.class);

    /** On a machine that has nothing else to do it is a second or two. */
    private static final Duration UNANSWERED_AT_MOST = Duration.ofSeconds(10);

    /** A step of a refund, told while an instance is down, and the status that follows. */
    private record Step(Event event, String status) {}

    private static final List<Step> STEPS = List.of(
            new Step(requested("R-1", line("L1", 1, 1000)), "approved"),
            new Step(paid("R-1", 1, 1, 1000, "T-1"), "money-refunded"),
            new Step(registered("R-1", movement("R-1"), 1000), "fiscalized"));

    private static final int PARTITIONS = Topic.BOB_REFUND_V1.partitions();
    private static final int CANDIDATES = 200;

    @TempDir
    private static Path directory;

    private static RunningInstances instances;

    /** One of each partition. */
    private static List<String> orders = List.of();

    /** Where the stream of updates was before the first restart. */
    private static String lastId = "";

    @BeforeAll
    static void start() throws ExecutionException, InterruptedException {
        instances = new RunningInstances(directory, "--refundtool.streams.standby-replicas=1");
        for (int i = 0; i < STEPS.size(); i++) {
            instances.start();
        }
        try (UpdateListener listener =
                new UpdateListener(instances.all().getFirst().port(), "").listen()) {
            await().atMost(PATIENCE).until(() -> !listener.lastId().isEmpty());
            orders = orderOfEachPartition(listener);
            lastId = listener.lastId();
        }
        instances.awaitShared(orders);
        instances.awaitCopies(orders);
    }

    @AfterAll
    static void stop() {
        instances.close();
    }

    @Test
    @Order(1)
    void shouldAnswerWhileInstancesAreRestartedOneAfterTheOther() {
        try (OrderReaders readers = new OrderReaders(
                instances.all(),
                orders.stream().map(order -> "/api/v1/orders/" + order).toList())) {
            for (int i = 0; i < STEPS.size(); i++) {
                // when
                Instance instance = instances.all().get(i);
                instance.service().tells("step-" + i, STEPS.get(i).event());
                instance.service().restart();

                // then
                String status = STEPS.get(i).status();
                await().atMost(PATIENCE)
                        .until(() -> instance.service()
                                        .get("/actuator/health/readiness")
                                        .status()
                                == 200);
                await().atMost(PATIENCE)
                        .until(() -> status.equals(instance.service().status("R-1")));
                instances.awaitShared(orders);
                instances.awaitCopies(orders);
            }
            LOG.info(
                    "{} answers; an order could not be read for {} ms at most",
                    readers.answers(),
                    readers.longestWithoutAnswer().toMillis());
            assertThat(readers.longestWithoutAnswer()).isLessThan(UNANSWERED_AT_MOST);
            assertThat(readers.wrong()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void shouldTellTheSameUpdatesAtEachInstanceAfterwards() {
        List<UpdateListener> listeners = instances.all().stream()
                .map(instance -> new UpdateListener(instance.port(), "", "Last-Event-ID", lastId).listen())
                .toList();
        try {
            // when
            for (String order : orders) {
                instances.all().getFirst().service().tells(order + "-2", request(order, "R-2"));
            }

            // then
            int all = STEPS.size() + orders.size();
            for (UpdateListener listener : listeners) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(listener.messages()).hasSize(all));
                assertThat(told(listener)).isEqualTo(told(listeners.getFirst()));
                assertThat(told(listener)).hasSize(all);
                assertThat(typesOfTheRefund(listener))
                        .containsExactly("refund.approved.v1", "refund.money-refunded.v1", "refund.fiscalized.v1");
            }
        } finally {
            listeners.forEach(UpdateListener::close);
        }
    }

    /** By event id; between partitions the order may differ. */
    private static Map<String, String> told(UpdateListener listener) {
        Map<String, String> told = new TreeMap<>();
        listener.messages()
                .forEach(message -> told.put(
                        message.data().path("eventId").asString(),
                        message.data().toString()));
        return told;
    }

    private static List<String> typesOfTheRefund(UpdateListener listener) {
        return listener.messages().stream()
                .filter(message ->
                        ORDER.equals(message.data().path("data").path("orderId").asString()))
                .map(message -> message.data().path("eventType").asString())
                .toList();
    }

    /** Returns when the listener was told of all: what is stored is committed, and told, a moment later. */
    private static List<String> orderOfEachPartition(UpdateListener listener)
            throws ExecutionException, InterruptedException {
        RunningRefundService service = instances.all().getFirst().service();
        Map<Integer, String> orders = new TreeMap<>();
        int requests = 0;
        while (requests < CANDIDATES && orders.size() < PARTITIONS) {
            String order = "rolling-" + requests++;
            orders.putIfAbsent(
                    service.tellsSoon(order + "-1", request(order, "R-1")).get().partition(), order);
        }
        assertThat(orders).hasSize(PARTITIONS);
        int all = requests;
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listener.messages()).hasSize(all));
        return new ArrayList<>(orders.values());
    }

    /** More than was bought: it is rejected, and no deadline changes it while a slow machine takes its time. */
    private static Event request(String order, String refund) {
        return requestedOf(order, refund, NOON, line("L1", 9, 1000));
    }
}
