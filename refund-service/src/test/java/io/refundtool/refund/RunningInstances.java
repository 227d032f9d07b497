package io.refundtool.refund;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.embedded.Ports;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.RunningRefundService.Answer;
import io.refundtool.testservers.OwnKafka;
import io.refundtool.testservers.SharedServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Several instances of the service on one database and a broker of their own, so that nobody else was or is in their group;
 * each has its port and its state.
 */
final class RunningInstances implements AutoCloseable {

    /** How many changes behind the owner a copy is for caught up; the ends of transactions count too. */
    private static final int CAUGHT_UP = 20;

    private final OwnKafka broker = OwnKafka.started();
    private final String database = SharedServers.newDatabase();
    private final Path directory;
    private final List<String> settings;
    private final List<Instance> instances = new ArrayList<>();

    /** One of them. */
    record Instance(int port, RunningRefundService service) {

        /** How others call it. */
        String address() {
            return "localhost:" + port;
        }

        boolean works(String orderId) {
            return asked(orderId, "owner").status() == 200;
        }

        /** Whether it can answer without being the owner; the owner can too. */
        boolean isCaughtUp(String orderId) {
            Answer answer = asked(orderId, "standby");
            String lag =
                    answer.response().headers().firstValue("Refund-Lag-Records").orElse("");
            return answer.status() == 200 && lag.matches("[0-9]+") && Long.parseLong(lag) <= CAUGHT_UP;
        }

        private Answer asked(String orderId, String as) {
            return service.get("/api/v1/orders/" + orderId, "Refund-Asked-As", as);
        }
    }

    RunningInstances(Path directory, String... settings) {
        this.directory = directory;
        this.settings = List.of(settings);
    }

    Instance start() {
        int number = instances.size() + 1;
        int port = Ports.free("refund-service", 0);
        Instance instance = new Instance(
                port,
                RunningRefundService.startInstance(
                        new KafkaSettings(broker.bootstrapServers(), (short) 1),
                        port,
                        directory.resolve("state-" + number),
                        database,
                        settings.toArray(String[]::new)));
        instances.add(instance);
        return instance;
    }

    /** Stops one as its settings say, with or without leaving the group. */
    void stop(Instance instance) {
        instances.remove(instance);
        instance.service().close();
    }

    List<Instance> all() {
        return List.copyOf(instances);
    }

    /** The one that works on an order; while partitions move nobody does for a moment. */
    Instance ownerOf(String orderId) {
        return await("somebody who works on order " + orderId)
                .atMost(PATIENCE)
                .until(
                        () -> instances.stream()
                                .filter(instance -> instance.works(orderId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until each instance works on some of the orders, and one of them on each order. */
    void awaitShared(Collection<String> orderIds) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(orderIds).allMatch(order -> count(instance -> instance.works(order)) == 1);
            assertThat(instances).allMatch(instance -> orderIds.stream().anyMatch(instance::works));
        });
    }

    /** Waits until somebody besides the owner has each order, as recent as the owner. */
    void awaitCopies(Collection<String> orderIds) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(orderIds).allMatch(order -> count(instance -> instance.isCaughtUp(order)) > 1));
    }

    private long count(Predicate<Instance> which) {
        return instances.stream().filter(which).count();
    }

    @Override
    public void close() {
        instances.forEach(instance -> instance.service().close());
        broker.close();
    }
}
