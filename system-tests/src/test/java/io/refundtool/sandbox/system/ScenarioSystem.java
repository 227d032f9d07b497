package io.refundtool.sandbox.system;

import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.sandbox.gateway.GatewayClient;
import io.refundtool.sandbox.gateway.Tokens;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Broker, database, events-bus and refund-service as the sandbox starts them. Whoever answers refund-service is not there:
 * a scenario speaks for them.
 */
public final class ScenarioSystem implements AutoCloseable {

    private final StopList parts = new StopList();
    private final SystemPorts ports = SystemPorts.any().chosen();
    private final Tokens tokens = new Tokens();
    private final KafkaSettings kafka;

    private ScenarioSystem(Path directory) throws InterruptedException {
        try {
            Hosting hosting = new InThisProcess();
            parts.add("Kafka", hosting.kafka(ports.kafka(), directory.resolve("kafka")));
            kafka = new KafkaSettings("127.0.0.1:" + ports.kafka(), (short) 1);
            new TopicProvisioner(kafka).ensure(Arrays.asList(Topic.values()));
            parts.add("PostgreSQL", hosting.postgres(ports.postgres(), directory.resolve("postgres"), Databases.NAMES));
            ServiceLauncher launcher = new ServiceLauncher(
                    ports, new Databases(ports.postgres()), hosting, tokens.gatewaySetting(), Patience.USUAL);
            Parallel.run(List.of(
                    () -> parts.add("events-bus", launcher.eventsBus()),
                    () -> parts.add(
                            "refund-service",
                            launcher.refundService(
                                    "refund-service",
                                    ports.refundService(),
                                    directory.resolve("streams"),
                                    SystemOptions.Pace.STEADY))));
            Readiness.await("events-bus", eventsBus());
            Readiness.await("refund-service", refundService());
        } catch (RuntimeException | InterruptedException e) {
            parts.close();
            throw e;
        }
    }

    /** Starts everything and returns when it is up. */
    public static ScenarioSystem start(Path directory) throws InterruptedException {
        Logs.unite();
        return new ScenarioSystem(directory);
    }

    public KafkaSettings kafka() {
        return kafka;
    }

    private URI eventsBus() {
        return URI.create("http://127.0.0.1:" + ports.eventsBus());
    }

    /** A client whose callers the events bus knows; the caller's to close. */
    public GatewayClient gateway() {
        return new GatewayClient(eventsBus(), tokens);
    }

    public URI refundService() {
        return URI.create("http://127.0.0.1:" + ports.refundService());
    }

    @Override
    public void close() {
        parts.close();
    }
}
