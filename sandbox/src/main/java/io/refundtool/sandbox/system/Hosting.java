package io.refundtool.sandbox.system;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.sandbox.atol.AtolServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Where broker, database and services run: in this process, or somewhere else. What it starts the caller closes. */
public interface Hosting {

    /** What the simulators reach everything by, and listen on, where all of it is on one machine. */
    String LOOPBACK = "127.0.0.1";

    /** One service, configured as an operator would. */
    record ServiceStart(ServiceKind kind, String name, int port, List<String> arguments) {}

    /** Starts a broker on the directory; it listens on the port when this returns. */
    AutoCloseable kafka(int port, Path directory) throws InterruptedException;

    /** Starts PostgreSQL on the directory; it has these databases when this returns. */
    AutoCloseable postgres(int port, Path directory, List<String> databases) throws InterruptedException;

    /** The address at which a service of that name reaches the broker. */
    String bootstrapServers(String service, int kafkaPort);

    /** Starts a service, which may come up later. */
    AutoCloseable service(ServiceStart start) throws InterruptedException;

    /**
     * The port of each instance of refund-service.
     *
     * @param first that of the first
     */
    List<Integer> refundServices(int first);

    /**
     * The ports that everything listens on.
     *
     * @throws UnusableSetupException when one of them is taken
     */
    default SystemPorts ports(SystemPorts wanted) {
        return wanted.chosen();
    }

    /** Everything in one process. */
    static Hosting inThisProcess() {
        return new InThisProcess();
    }

    /** Whether the simulators ask such a service anything. */
    default boolean reaches(ServiceKind kind) {
        return true;
    }

    /** How the simulators reach the broker. */
    default KafkaSettings brokers(int port) {
        return new KafkaSettings(LOOPBACK + ":" + port, (short) 1);
    }

    /** Where the simulators reach a service. */
    default URI uri(ServiceKind kind, int port) {
        return URI.create("http://" + LOOPBACK + ":" + port);
    }

    /** The address of the interface that the simulators listen on. */
    default String simulatorsListenOn() {
        return LOOPBACK;
    }

    /** Who may register receipts with ATOL's simulator. */
    default AtolServer.Account atolAccount() {
        return new AtolServer.Account("sandbox", "sandbox", "sandbox");
    }

    /** Whether broker, database and services are started with the simulators, and so log and log in as they do. */
    default boolean startsServers() {
        return true;
    }

    /** Whether it makes something go wrong, so that a run has not ended with the last refund. */
    boolean misbehaves();
}
