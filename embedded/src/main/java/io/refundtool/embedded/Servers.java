package io.refundtool.embedded;

import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What broker and controller share, put together as kafka.server.KafkaRaftServer does, and the controller. */
record Servers(SharedServer shared, ControllerServer controller) {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    static Servers of(Properties properties, Map<String, ServerSocketChannel> sockets) {
        KafkaConfig config = KafkaConfig.fromProps(properties, false);
        var directories = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        SharedServer shared = new SharedServer(
                config,
                directories._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
                // A fault of the broker is an error in the log; it must not end a process that is more than a broker.
                (name, fatal, action) -> new LoggingFaultHandler(name, action),
                new BoundSockets(sockets));
        return new Servers(shared, new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2()));
    }

    /** Hands out the sockets that were bound before the servers were made. */
    private record BoundSockets(Map<String, ServerSocketChannel> byListener) implements ServerSocketFactory {

        @Override
        public ServerSocketChannel openServerSocket(
                String listenerName, InetSocketAddress address, int backlog, int receiveBuffer) {
            ServerSocketChannel socket = byListener.get(listenerName);
            if (socket == null) {
                throw new IllegalStateException(
                        "Expected a listener of " + byListener.keySet() + ", but got " + listenerName);
            }
            return socket;
        }
    }
}
