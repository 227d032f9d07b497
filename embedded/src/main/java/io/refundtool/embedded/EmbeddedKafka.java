package io.refundtool.embedded;

import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;

/**
 * One Kafka broker that is its own KRaft controller, in this process, on the loopback interface.
 *
 * <p>It is the same broker as in production, so transactions, groups and limits behave the same. Started again on the
 * same directory it has the same topics, offsets and transactions; clients find it again only if it is given the same
 * port again. Nothing is flushed to disk explicitly: data survives the end of the process, not that of the machine.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private final int port;
    private final ControllerServer controller;
    private final BrokerServer broker;

    private EmbeddedKafka(int port, ControllerServer controller, BrokerServer broker) {
        this.port = port;
        this.controller = controller;
        this.broker = broker;
    }

    /**
     * Starts a broker and returns when it serves requests.
     *
     * @param port 0 for any
     * @param logDir where its data is; created and formatted when it is not yet
     * @throws PortTakenException when the port belongs to somebody else
     */
    public static EmbeddedKafka start(int port, Path logDir) {
        if (LogDirectory.wasKilled(logDir)) {
            KilledBroker.fence(logDir);
        }
        LogDirectory.formatIfNew(logDir);
        // Bound before the broker knows them: so a port can be chosen by the system, and nobody can take it in between.
        ServerSocketChannel brokerSocket = Ports.bind("the Kafka broker", port);
        ServerSocketChannel controllerSocket = Ports.bind("the Kafka controller", 0);
        int brokerPort = Ports.portOf(brokerSocket);
        Servers servers = Servers.of(
                BrokerConfiguration.of(brokerPort, Ports.portOf(controllerSocket), logDir),
                Map.of(
                        BrokerConfiguration.BROKER_LISTENER, brokerSocket,
                        BrokerConfiguration.CONTROLLER_LISTENER, controllerSocket));
        EmbeddedKafka kafka = new EmbeddedKafka(brokerPort, servers.controller(), new BrokerServer(servers.shared()));
        kafka.startServers();
        return kafka;
    }

    private void startServers() {
        try {
            controller.startup();
            broker.startup();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What clients need as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The port it listens on; give it to {@link #start} to get a broker back under the same address. */
    public int port() {
        return port;
    }

    /** Stops the broker in order; what it has is kept on disk. */
    @Override
    public void close() {
        broker.shutdown();
        controller.shutdown();
    }
}
