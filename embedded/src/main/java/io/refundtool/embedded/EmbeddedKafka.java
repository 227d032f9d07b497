package io.refundtool.embedded;

import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
        return start(port, logDir, List.of());
    }

    /**
     * Starts a broker that listens at more than one port.
     *
     * @param more the listeners besides that of {@link #port()}
     * @throws PortTakenException when a port belongs to somebody else
     */
    public static EmbeddedKafka start(int port, Path logDir, List<BrokerListener> more) {
        if (LogDirectory.wasKilled(logDir)) {
            KilledBroker.fence(logDir);
        }
        LogDirectory.formatIfNew(logDir);
        // Bound before the broker knows them: so a port can be chosen by the system, and nobody can take it in between.
        ServerSocketChannel brokerSocket = Ports.bind("the Kafka broker", port);
        ServerSocketChannel controllerSocket = Ports.bind("the Kafka controller", 0);
        int brokerPort = Ports.portOf(brokerSocket);
        Map<String, ServerSocketChannel> sockets = new HashMap<>();
        sockets.put(BrokerConfiguration.BROKER_LISTENER, brokerSocket);
        sockets.put(BrokerConfiguration.CONTROLLER_LISTENER, controllerSocket);
        more.forEach(listener ->
                sockets.put(listener.name(), Ports.bind("the Kafka broker's " + listener.name(), listener.port())));
        Servers servers =
                Servers.of(BrokerConfiguration.of(brokerPort, Ports.portOf(controllerSocket), logDir, more), sockets);
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
