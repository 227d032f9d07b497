package io.refundtool.testservers;

import io.refundtool.embedded.BrokerConfiguration;
import io.refundtool.embedded.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitAllStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategy;

/** A broker of KAFKA_IMAGE with the settings of the embedded one. */
final class KafkaInContainer implements OwnKafka {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int CONTROLLER_PORT = 9093;
    private static final String DATA = "/var/lib/kafka/data";

    /** The log is that of all starts. */
    private static final String STARTED = ".*Kafka Server started.*\\n";

    private final int port = Ports.free("Kafka", 0);
    private final ServerContainer container =
            new ServerContainer(Images.of("KAFKA_IMAGE"), port, port, variables(port), List.of(), this::ready);

    /**
     * It listens at the same port inside and outside: the address that it tells clients is also its own, by which it ends
     * transactions.
     */
    private static Map<String, String> variables(int port) {
        Map<String, String> variables = new TreeMap<>();
        BrokerConfiguration.of(port, CONTROLLER_PORT, DATA)
                .forEach((name, value) -> variables.put(variable(name), value));
        // Inside the loopback interface is another one, which the port that is published does not lead to.
        variables.merge(
                "KAFKA_LISTENERS", "", (listeners, _) -> listeners.replace("127.0.0.1:" + port, "0.0.0.0:" + port));
        variables.put("KAFKA_HEAP_OPTS", "-Xms128m -Xmx512m");
        variables.put("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return variables;
    }

    private WaitStrategy ready(int start) {
        return new WaitAllStrategy()
                .withStrategy(Wait.forLogMessage(STARTED, start))
                .withStrategy(new ServesRequests(bootstrapServers()))
                .withStartupTimeout(START_LIMIT);
    }

    /** As the image's documentation says; no setting here has an underscore or a hyphen. */
    private static String variable(String setting) {
        return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public void close() {
        container.close();
    }
}
