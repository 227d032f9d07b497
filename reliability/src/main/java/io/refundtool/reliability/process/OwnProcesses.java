package io.refundtool.reliability.process;

import io.refundtool.embedded.BrokerListener;
import io.refundtool.embedded.EmbeddedDatabase;
import io.refundtool.reliability.network.Proxy;
import io.refundtool.sandbox.system.Hosting;
import io.refundtool.sandbox.system.ServiceKind;
import io.refundtool.sandbox.system.SystemPorts;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every part of the system in a process of its own, each service with a listener of the broker of its own, behind a proxy
 * of its own: the broker tells a service to connect to the proxy's port, so the proxy is the only way.
 */
public final class OwnProcesses implements Hosting {

    private static final int SERVICE_HEAP_MB = 256;
    private static final int KAFKA_HEAP_MB = 512;
    private static final int POSTGRES_HEAP_MB = 64;

    private final Path directory;
    private final UsualPorts ports = new UsualPorts();
    private final Map<String, Proxy> proxies = new TreeMap<>();
    private final List<BrokerListener> listeners = new ArrayList<>();
    private final Map<String, ManagedProcess> processes = new ConcurrentHashMap<>();
    private final Map<String, URI> uris = new ConcurrentHashMap<>();

    /**
     * Processes that are not started yet.
     *
     * @param directory the system's; logs are in its directory of that name
     */
    public OwnProcesses(Path directory) {
        this.directory = directory.toAbsolutePath();
        Parts.services().forEach(this::door);
    }

    private void door(String service) {
        int port = ports.next(service);
        Proxy proxy = new Proxy(ports.next(service), port);
        proxies.put(service, proxy);
        listeners.add(new BrokerListener(service.toUpperCase(Locale.ROOT).replace('-', '_'), port, proxy.port()));
    }

    /** Ports for everything that a system of these processes is made of. */
    public SystemPorts ports() {
        return new SystemPorts(
                ports.next("events-bus"),
                ports.next("refund-service"),
                ports.next("fiscalization-service"),
                ports.next("notifications-service"),
                ports.next("ATOL"),
                ports.next("SMTP"),
                ports.next(Parts.KAFKA),
                ports.next(Parts.POSTGRES));
    }

    @Override
    public AutoCloseable kafka(int port, Path data) throws InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of(Integer.toString(port), data.toAbsolutePath().toString()));
        listeners.stream().map(KafkaMain::argument).forEach(arguments::add);
        ManagedProcess kafka = process(Parts.KAFKA, KafkaMain.class, true, KAFKA_HEAP_MB, arguments);
        kafka.awaitReady();
        return kafka;
    }

    @Override
    public AutoCloseable postgres(int port, Path data, List<String> databases) throws InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of(Integer.toString(port), data.toAbsolutePath().toString()));
        arguments.addAll(databases);
        ManagedProcess postgres = process(Parts.POSTGRES, DatabaseMain.class, false, POSTGRES_HEAP_MB, arguments);
        postgres.awaitReady();
        return postgres::stop;
    }

    @Override
    public String bootstrapServers(String service, int kafkaPort) {
        return "127.0.0.1:" + proxy(service).port();
    }

    @Override
    public AutoCloseable service(ServiceStart start) {
        List<String> arguments = new ArrayList<>(start.arguments());
        if (start.kind() == ServiceKind.REFUND_SERVICE) {
            arguments.add("--refundtool.streams.application-server=127.0.0.1:" + start.port());
        }
        uris.put(start.name(), URI.create("http://127.0.0.1:" + start.port()));
        return process(start.name(), start.kind().main(), true, SERVICE_HEAP_MB, arguments);
    }

    private ManagedProcess process(
            String name, Class<?> main, boolean watched, int heapMegabytes, List<String> arguments) {
        ManagedProcess process = new ManagedProcess(
                name, directory.resolve("logs"), log -> JavaCommand.of(main, watched, heapMegabytes, log, arguments));
        processes.put(name, process);
        process.start();
        return process;
    }

    @Override
    public List<Integer> refundServices(int first) {
        return IntStream.range(0, Parts.REFUND_SERVICES)
                .map(i -> i == 0 ? first : ports.next("refund-service"))
                .boxed()
                .toList();
    }

    @Override
    public boolean misbehaves() {
        return true;
    }

    /** The process of that name. */
    public ManagedProcess process(String name) {
        return known(name, processes.get(name));
    }

    /** The proxy between the service and Kafka. */
    public Proxy proxy(String service) {
        return known(service, proxies.get(service));
    }

    /** Where the service answers. */
    public URI uri(String service) {
        return known(service, uris.get(service));
    }

    /** Where an instance of refund-service keeps its stores. */
    public Path stateOf(String instance) {
        return directory.resolve("streams").resolve(instance);
    }

    /** Ends PostgreSQL as a crash would: it has no time to write anything down. */
    public void abortPostgres() throws InterruptedException {
        ProcessHandle server = EmbeddedDatabase.processOn(directory.resolve(Parts.POSTGRES))
                .orElseThrow(() -> new IllegalStateException("Expected PostgreSQL to run, but it does not"));
        process(Parts.POSTGRES).kill();
        Signal.QUIT.send(server.pid());
        server.onExit().join();
    }

    private static <T> T known(String name, @Nullable T found) {
        if (found == null) {
            throw new IllegalArgumentException("Expected a part of the system, but got " + name);
        }
        return found;
    }

    /** The processes are closed by whom they were started for. */
    public void closeProxies() {
        proxies.values().forEach(Proxy::close);
    }
}
