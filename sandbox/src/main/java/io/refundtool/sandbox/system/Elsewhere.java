package io.refundtool.sandbox.system;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.sandbox.atol.AtolServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Broker, database and services that somebody else starts and stops, such as docker compose. */
public final class Elsewhere implements Hosting {

    private static final String EVERY_INTERFACE = "0.0.0.0";

    private final KafkaSettings brokers;
    private final URI eventsBus;
    private final List<URI> refundServices;
    private final String atolPassword;

    /**
     * A system that is, or will be, at these addresses.
     *
     * @param refundServices every instance
     * @param atolPassword what fiscalization-service proves with that it is the shop
     */
    public Elsewhere(KafkaSettings brokers, URI eventsBus, List<URI> refundServices, String atolPassword) {
        this.brokers = brokers;
        this.eventsBus = eventsBus;
        this.refundServices = List.copyOf(refundServices);
        this.atolPassword = atolPassword;
    }

    @Override
    public AutoCloseable kafka(int port, Path directory) {
        return Elsewhere::leaveRunning;
    }

    @Override
    public AutoCloseable postgres(int port, Path directory, List<String> databases) {
        return Elsewhere::leaveRunning;
    }

    @Override
    public String bootstrapServers(String service, int kafkaPort) {
        return brokers.bootstrapServers();
    }

    @Override
    public AutoCloseable service(ServiceStart start) {
        return Elsewhere::leaveRunning;
    }

    private static void leaveRunning() {
        // Whoever started it stops it.
    }

    /** Instances are told apart by their number here, in place of a port. */
    @Override
    public List<Integer> refundServices(int first) {
        return IntStream.range(0, refundServices.size()).boxed().toList();
    }

    @Override
    public boolean reaches(ServiceKind kind) {
        return kind == ServiceKind.EVENTS_BUS || kind == ServiceKind.REFUND_SERVICE;
    }

    @Override
    public URI uri(ServiceKind kind, int port) {
        return switch (kind) {
            case EVENTS_BUS -> eventsBus;
            case REFUND_SERVICE -> refundServices.get(port);
            case FISCALIZATION_SERVICE, NOTIFICATIONS_SERVICE ->
                throw new IllegalArgumentException("Expected a service that simulators ask, but got " + kind.word());
        };
    }

    @Override
    public SystemPorts ports(SystemPorts wanted) {
        return wanted;
    }

    @Override
    public KafkaSettings brokers(int port) {
        return brokers;
    }

    @Override
    public String simulatorsListenOn() {
        return EVERY_INTERFACE;
    }

    @Override
    public AtolServer.Account atolAccount() {
        return new AtolServer.Account("sandbox", "sandbox", atolPassword);
    }

    @Override
    public boolean startsServers() {
        return false;
    }

    @Override
    public boolean misbehaves() {
        return false;
    }
}
