package io.refundtool.refund;

import io.refundtool.embedded.Ports;
import io.refundtool.embedded.SharedServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Several instances of the service on one broker and one database, each with its port and its state. */
final class RunningInstances implements AutoCloseable {

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
            RunningRefundService.Answer answer = service.get("/api/v1/orders/" + orderId, "Refund-Asked-As", "owner");
            return answer.status() == 200;
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
                        port, directory.resolve("state-" + number), database, settings.toArray(String[]::new)));
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

    /** The one that works on an order. */
    Instance ownerOf(String orderId) {
        return instances.stream()
                .filter(instance -> instance.works(orderId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody works on order " + orderId));
    }

    @Override
    public void close() {
        instances.forEach(instance -> instance.service().close());
    }
}
