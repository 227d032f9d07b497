package io.refundtool.benchmarks.state;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.query.PeerSettings;
import io.refundtool.refund.query.RefundQueries;
import io.refundtool.refund.streams.ArchiveSettings;
import io.refundtool.refund.streams.DeadlineSettings;
import io.refundtool.refund.streams.RefundStreams;
import io.refundtool.refund.streams.StoreMetrics;
import io.refundtool.refund.streams.StreamsSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * The state machine alone in a process of its own, so that its memory can be told from the broker's. It says a line when it
 * runs, answers each line that it reads with one, and stops when there are no more.
 */
public final class StateInstance {

    /** What a line begins with that is said and not logged. */
    static final String SAYS = "state: ";

    /**
     * Not as at delivery: a backlog is read and nobody waits for an answer, so transactions gather more; and a machine that
     * does other work too shall not fence an instance that is slow.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "refundtool.streams.commit-interval", "200ms",
            "refundtool.streams.transaction-timeout", "60s",
            "refundtool.streams.session-timeout", "45s",
            "refundtool.streams.heartbeat-interval", "3s");

    private static final int QUERIES = 100_000;
    private static final int WARM_UP = 20_000;
    private static final long LOOK_EVERY_MS = 10;
    private static final double MEGABYTE = 1024 * 1024;
    private static final double NANOS_PER_MICRO = 1e3;

    private final PrintStream out = System.out;
    private final RefundStreams streams;
    private final SimpleMeterRegistry meters;
    private final Restored restored = new Restored();

    private StateInstance(RefundStreams streams, SimpleMeterRegistry meters) {
        this.streams = streams;
        this.meters = meters;
    }

    /**
     * Runs until its input ends.
     *
     * @param arguments the broker and the directory of the state
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("refundtool.streams.state-dir", arguments[1]);
        var binder = new Binder(new MapConfigurationPropertySource(settings));
        RefundStreams streams = new RefundStreams(
                new KafkaSettings(arguments[0], (short) 1),
                binder.bindOrCreate("refundtool.streams", StreamsSettings.class),
                binder.bindOrCreate("refundtool.deadlines", DeadlineSettings.class),
                binder.bindOrCreate("refundtool.archive", ArchiveSettings.class),
                meters);
        StoreMetrics.bind(() -> streams.streams().metrics(), meters);
        var queries = new RefundQueries(streams, binder.bindOrCreate("refundtool.peers", PeerSettings.class));
        new StateInstance(streams, meters).run(queries);
    }

    private void run(RefundQueries queries) throws IOException, InterruptedException {
        long begin = ManagementFactory.getRuntimeMXBean().getStartTime();
        streams.streams().setGlobalStateRestoreListener(restored);
        streams.start();
        while (streams.streams().state() != KafkaStreams.State.RUNNING) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        out.printf(
                SAYS + "runs %.1f s after the process began; %s%n",
                (System.currentTimeMillis() - begin) / 1e3,
                restored);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String asked = in.readLine(); asked != null; asked = in.readLine()) {
            out.println(SAYS + (asked.equals("memory") ? memory() : latency(queries, Integer.parseInt(asked))));
        }
        streams.stop();
    }

    private String memory() throws IOException {
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
        double resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .sum();
        return "heap %.0f MB after a collection, resident %.0f MB, stores %.0f MB; entries %s"
                .formatted(heap, resident / 1024, gauge("refundtool.store.memory") / MEGABYTE, entries());
    }

    private String entries() {
        StringBuilder entries = new StringBuilder();
        meters.get("refundtool.store.entries")
                .gauges()
                .forEach(gauge ->
                        entries.append("%s %,.0f ".formatted(gauge.getId().getTag("store"), gauge.value())));
        return entries.toString();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private static String latency(RefundQueries queries, int orders) {
        SplittableRandom random = new SplittableRandom(1);
        query(queries, orders, random, WARM_UP);
        long[] nanos = query(queries, orders, random, QUERIES);
        return "query of a random order from the stores: p50 %.0f µs, p99 %.0f µs, p99.9 %.0f µs"
                .formatted(
                        nanos[QUERIES / 2] / NANOS_PER_MICRO,
                        nanos[QUERIES / 100 * 99] / NANOS_PER_MICRO,
                        nanos[QUERIES / 1000 * 999] / NANOS_PER_MICRO);
    }

    private static long[] query(RefundQueries queries, int orders, SplittableRandom random, int count) {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            String orderId = OrderFeed.orderId(random.nextInt(orders));
            long begin = System.nanoTime();
            if (queries.order(orderId).isEmpty()) {
                throw new IllegalStateException("Expected order %s to be known, but it is not".formatted(orderId));
            }
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos;
    }
}
