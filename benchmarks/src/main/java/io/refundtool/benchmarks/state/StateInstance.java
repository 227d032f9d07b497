package io.refundtool.benchmarks.state;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.refund.RefundApplication;
import io.refundtool.refund.query.RefundQueries;
import io.refundtool.refund.streams.RefundStreams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole refund-service in a process of its own, so that its memory can be told from the broker's; without PostgreSQL,
 * which it does not need for this. It says lines when it runs, answers each line that it reads with one, and stops when
 * there are no more.
 */
public final class StateInstance {

    /** What a line begins with that is said and not logged. */
    static final String SAYS = "state: ";

    private static final int QUERIES = 100_000;
    private static final int WARM_UP = 20_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final double MEGABYTE = 1024 * 1024;

    private final PrintStream out = System.out;
    private final RefundStreams streams;
    private final RefundQueries queries;
    private final MeterRegistry meters;

    private StateInstance(ConfigurableApplicationContext service) {
        this.streams = service.getBean(RefundStreams.class);
        this.queries = service.getBean(RefundQueries.class);
        this.meters = service.getBean(MeterRegistry.class);
    }

    /**
     * Runs until its input ends.
     *
     * @param arguments the broker and the directory of the state
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // A backlog is read and nobody waits for an answer, so transactions gather more than at delivery; and a machine
        // that does other work too shall not fence an instance that is slow.
        try (ConfigurableApplicationContext service = RefundApplication.application()
                .run(
                        "--server.port=0",
                        "--refundtool.kafka.bootstrap-servers=" + arguments[0],
                        "--refundtool.streams.state-dir=" + arguments[1],
                        "--refundtool.streams.commit-interval=200ms",
                        "--refundtool.streams.transaction-timeout=60s",
                        "--refundtool.streams.session-timeout=45s",
                        "--refundtool.streams.heartbeat-interval=3s",
                        "--logging.level.io.refundtool.refund.streams.RestoreProgress=INFO",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/away")) {
            new StateInstance(service).run(service.getEnvironment().getRequiredProperty("local.server.port"));
        }
    }

    private void run(String port) throws IOException, InterruptedException {
        while (streams.streams().state() != KafkaStreams.State.RUNNING) {
            Thread.sleep(LOOK_EVERY);
        }
        double seconds = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1e3;
        say(port);
        say("runs %.1f s after the process began; %,.0f entries restored"
                .formatted(
                        seconds,
                        meters.get("refundtool.restore.entries").counter().count()));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String asked = in.readLine(); asked != null; asked = in.readLine()) {
            say(asked.equals("memory") ? memory() : latency(Integer.parseInt(asked)));
        }
    }

    private void say(String what) {
        out.println(SAYS + what);
    }

    private String memory() throws IOException {
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
        double resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .sum();
        return String.format(
                Locale.ROOT,
                "heap %.0f MB after a collection, resident %.0f MB, stores %.0f MB; entries %s",
                heap,
                resident / 1024,
                meters.get("refundtool.store.memory").gauge().value() / MEGABYTE,
                entries());
    }

    private String entries() {
        StringBuilder entries = new StringBuilder();
        meters.get("refundtool.store.entries")
                .gauges()
                .forEach(gauge ->
                        entries.append("%s %,.0f ".formatted(gauge.getId().getTag("store"), gauge.value())));
        return entries.toString();
    }

    private String latency(int orders) {
        Latency.Asked order = orderId -> !queries.order(orderId).isEmpty();
        return "a random order from the stores: " + Latency.of(order, orders, WARM_UP, QUERIES);
    }
}
