package io.refundtool.sandbox.system;

import java.nio.file.Path;
import java.util.List;

/** Where broker, database and services run: in this process, or somewhere else. What it starts the caller closes. */
public interface Hosting {

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

    /** Whether it makes something go wrong, so that a run has not ended with the last refund. */
    boolean misbehaves();
}
