package io.refundtool.refund;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static io.refundtool.refund.domain.RefundEvents.NOON;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.requestedOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.testservers.NeedsServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream of updates, heard by a client over HTTP. */
@NeedsServers
class UpdateStreamTest {

    @TempDir
    private static Path directory;

    private static RunningInstances instances;
    private static RunningRefundService service;
    private static int port;

    @BeforeAll
    static void start() {
        instances = new RunningInstances(
                directory, "--refundtool.updates.max-subscribers=2", "--refundtool.updates.heartbeat=1s");
        RunningInstances.Instance instance = instances.start();
        service = instance.service();
        port = instance.port();
        // Not one of the orders below: what is stored is committed, and told, a moment later, and so may come to any
        // listener.
        awaitProcessed("begin");
    }

    @AfterAll
    static void stop() {
        instances.close();
    }

    @Test
    void shouldTellUpdatesAsTheyHappenAndOnlyThoseThatAreWanted() {
        try (UpdateListener all = connected("");
                UpdateListener some = connected("?status=rejected&orderId=stream-b")) {
            // given
            awaitBegun(all);
            awaitBegun(some);

            // when
            awaitProcessed("stream-a");
            service.tells("stream-b-e1", requestedOf("stream-b", "R-1", NOON, line("L1", 9, 1000)));
            service.tells("stream-b-e2", requestedOf("stream-b", "R-2", NOON, line("L1", 1, 1000)));

            // then
            await().atMost(PATIENCE).until(() -> own(all).size() == 3);
            assertThat(own(all))
                    .extracting(message -> message.data().path("eventType").asString())
                    .containsExactlyInAnyOrder("refund.approved.v1", "refund.rejected.v1", "refund.approved.v1");
            assertThat(all.messages()).extracting(UpdateListener.Message::name).containsOnly("message");
            await().atMost(PATIENCE).until(() -> some.lastId().equals(all.lastId()));
            assertThat(some.refundIds()).containsExactly("R-1");
        }
    }

    @Test
    void shouldGoOnFromTheLastEventId() {
        // given
        String lastId;
        try (UpdateListener listener = connected("")) {
            awaitBegun(listener);
            awaitProcessed("stream-c");
            await().atMost(PATIENCE).until(() -> ordersOf(listener).contains("stream-c"));
            lastId = own(listener)
                    .get(ordersOf(listener).lastIndexOf("stream-c"))
                    .id();
        }
        awaitProcessed("stream-d");
        awaitProcessed("stream-e");

        // when
        try (UpdateListener again = connected("", "Last-Event-ID", lastId)) {
            await().atMost(PATIENCE).until(() -> ordersOf(again).containsAll(List.of("stream-d", "stream-e")));
            awaitProcessed("stream-f");

            // then
            await().atMost(PATIENCE).until(() -> ordersOf(again).contains("stream-f"));
            assertThat(ordersOf(again)).containsExactlyInAnyOrder("stream-d", "stream-e", "stream-f");
        }
    }

    /** Refunds of other tests on the shared broker may be told of too, such as one whose deadline passed. */
    private static List<UpdateListener.Message> own(UpdateListener listener) {
        return listener.messages().stream()
                .filter(message -> orderOf(message).startsWith("stream-"))
                .toList();
    }

    private static List<String> ordersOf(UpdateListener listener) {
        return own(listener).stream().map(UpdateStreamTest::orderOf).toList();
    }

    private static String orderOf(UpdateListener.Message message) {
        return message.data().path("data").path("orderId").asString();
    }

    @Test
    void shouldRefuseAnIdThatIsNoneAndWordsThatNobodyKnows() {
        assertThat(new UpdateListener(port, "", "Last-Event-ID", "yesterday").status())
                .isEqualTo(400);
        assertThat(new UpdateListener(port, "?status=lost").status()).isEqualTo(400);
        assertThat(new UpdateListener(port, "?country=XX").status()).isEqualTo(400);
    }

    @Test
    void shouldRefuseOneListenerMoreThanMayBe() {
        try (UpdateListener first = connected("");
                UpdateListener second = connected("");
                UpdateListener third = new UpdateListener(port, "")) {
            assertThat(first.hasEnded()).isFalse();
            assertThat(second.hasEnded()).isFalse();
            assertThat(third.status()).isEqualTo(503);
        }
        connected("").close();
    }

    private static UpdateListener connected(String query, String... headers) {
        return seated(query, headers).listen();
    }

    /** A seat is free again once the service has noticed that its listener is gone. */
    private static UpdateListener seated(String query, String... headers) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            UpdateListener listener = new UpdateListener(port, query, headers);
                            if (listener.status() != 200) {
                                listener.close();
                            }
                            return listener;
                        },
                        listener -> listener.status() == 200);
    }

    private static void awaitBegun(UpdateListener listener) {
        await().atMost(PATIENCE).until(() -> !listener.lastId().isEmpty());
    }

    private static void awaitProcessed(String order) {
        service.tells(order + "-e", requestedOf(order, "R-1", NOON, line("L1", 1, 1000)));
        await().atMost(PATIENCE).until(() -> "approved".equals(service.status(order, "R-1")));
    }
}
