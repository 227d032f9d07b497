package io.refundtool.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The broker's settings: one node that is broker and controller, small enough for two cores. */
public final class BrokerConfiguration {

    static final String BROKER_LISTENER = "PLAINTEXT";
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    static final int NODE_ID = 1;

    /** What topics may ask for: that of the stores' changelogs, 4 MiB, is the largest. */
    private static final int MESSAGE_MAX_BYTES = 5 * 1024 * 1024;

    private static final int SOCKET_REQUEST_MAX_BYTES = 64 * 1024 * 1024;

    static final String SESSION_TIMEOUT_MS = "broker.session.timeout.ms";

    /**
     * A machine that is busy or sleeps must not make the controller take the only broker for dead: with no leader to
     * write to, the markers that end a transaction would be dropped, and its partitions would never be readable again.
     */
    private static final int NEVER_FENCED_MS = 3_600_000;

    private BrokerConfiguration() {}

    /**
     * The same settings for a broker that runs elsewhere.
     *
     * @param brokerPort where it listens, on the loopback interface
     * @param controllerPort where its controller does
     * @param logDir where its data is
     */
    public static Map<String, String> of(int brokerPort, int controllerPort, String logDir) {
        Properties config = of(brokerPort, controllerPort, logDir, List.of());
        return config.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, config::getProperty));
    }

    static Properties of(int brokerPort, int controllerPort, Path logDir, List<BrokerListener> more) {
        return of(brokerPort, controllerPort, logDir.toString(), more);
    }

    private static Properties of(int brokerPort, int controllerPort, String logDir, List<BrokerListener> more) {
        Properties config = new Properties();
        identity(config, controllerPort, logDir);
        List<BrokerListener> brokers = new ArrayList<>(more);
        brokers.addFirst(new BrokerListener(BROKER_LISTENER, brokerPort, brokerPort));
        listeners(config, brokers, controllerPort);
        sizes(config);
        internalTopics(config);
        threads(config);
        timing(config);
        return config;
    }

    private static void identity(Properties config, int controllerPort, String logDir) {
        config.put("process.roles", "broker,controller");
        config.put("node.id", Integer.toString(NODE_ID));
        config.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        config.put("log.dirs", logDir);
        config.put("auto.create.topics.enable", "false");
    }

    private static void listeners(Properties config, List<BrokerListener> brokers, int controllerPort) {
        config.put("controller.listener.names", CONTROLLER_LISTENER);
        config.put("inter.broker.listener.name", BROKER_LISTENER);
        config.put(
                "listeners",
                addresses(brokers, BrokerListener::port) + "," + address(CONTROLLER_LISTENER, controllerPort));
        config.put("advertised.listeners", addresses(brokers, BrokerListener::advertisedPort));
        config.put(
                "listener.security.protocol.map",
                Stream.concat(brokers.stream().map(BrokerListener::name), Stream.of(CONTROLLER_LISTENER))
                        .map(name -> name + ":PLAINTEXT")
                        .collect(Collectors.joining(",")));
    }

    private static String addresses(List<BrokerListener> brokers, ToIntFunction<BrokerListener> port) {
        return brokers.stream()
                .map(listener -> address(listener.name(), port.applyAsInt(listener)))
                .collect(Collectors.joining(","));
    }

    private static String address(String listener, int port) {
        return "%s://127.0.0.1:%d".formatted(listener, port);
    }

    private static void sizes(Properties config) {
        config.put("message.max.bytes", Integer.toString(MESSAGE_MAX_BYTES));
        config.put("replica.fetch.max.bytes", Integer.toString(MESSAGE_MAX_BYTES));
        config.put("socket.request.max.bytes", Integer.toString(SOCKET_REQUEST_MAX_BYTES));
        // Each segment maps two index files of this size.
        config.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        config.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
    }

    private static void internalTopics(Properties config) {
        config.put("default.replication.factor", "1");
        config.put("min.insync.replicas", "1");
        config.put("offsets.topic.replication.factor", "1");
        config.put("offsets.topic.num.partitions", "4");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("transaction.state.log.num.partitions", "4");
        config.put("share.coordinator.state.topic.replication.factor", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("share.coordinator.state.topic.num.partitions", "1");
    }

    private static void threads(Properties config) {
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "4");
        config.put("background.threads", "2");
        config.put("num.replica.fetchers", "1");
        config.put("log.cleaner.threads", "1");
        config.put("group.coordinator.threads", "2");
        config.put("share.coordinator.threads", "1");
    }

    private static void timing(Properties config) {
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("group.min.session.timeout.ms", "1000");
        config.put("group.streams.min.session.timeout.ms", "1000");
        config.put("group.streams.min.heartbeat.interval.ms", "500");
        config.put("group.streams.initial.rebalance.delay.ms", "0");
        // By default what a killed process left open is looked at only every 10 seconds.
        config.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        config.put("controller.quorum.append.linger.ms", "2");
        config.put("broker.heartbeat.interval.ms", "500");
        config.put(SESSION_TIMEOUT_MS, Integer.toString(NEVER_FENCED_MS));
        config.put("controller.quorum.request.timeout.ms", "20000");
        config.put("log.segment.delete.delay.ms", "1000");
    }
}
