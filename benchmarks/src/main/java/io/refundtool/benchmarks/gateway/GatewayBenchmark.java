package io.refundtool.benchmarks.gateway;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.testservers.SharedServers;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the gateway beside a raw producer in one run: broker, gateway, producer and callers in this JVM, so that
 * ratios hold where figures do not. Prints a table; there is nothing to configure.
 */
public final class GatewayBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayBenchmark.class);

    private static final int ROUNDS = 5;
    private static final int BATCH_CALLERS = 8;
    private static final int SINGLE_CALLERS = 32;
    private static final int WARM_UP_EVENTS = 100_000;
    private static final int EVENTS = 100_000;
    private static final int SINGLES = 10_000;
    private static final int RATE = 1_000;
    private static final int PACED = 10 * RATE;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private final PrintStream out = System.out;
    private final Gateway gateway;
    private final KafkaSettings kafka;

    private GatewayBenchmark(Gateway gateway, KafkaSettings kafka) {
        this.gateway = gateway;
        this.kafka = kafka;
    }

    /** Ends the process, since the broker's threads would not let it end. */
    public static void main(String[] arguments) {
        System.exit(measured() ? 0 : 1);
    }

    private static boolean measured() {
        String broker = SharedServers.kafka().bootstrapServers();
        try (Gateway gateway = new Gateway(broker)) {
            var benchmark = new GatewayBenchmark(gateway, new KafkaSettings(broker, (short) 1));
            benchmark.throughput(Workload.small());
            benchmark.throughput(Workload.large());
            benchmark.latency(Workload.small());
            return true;
        } catch (RuntimeException e) {
            LOG.error("The benchmark ended before its end", e);
            return false;
        }
    }

    private void throughput(Workload work) {
        List<HttpRequest> batches = requests(work, work.batches());
        List<HttpRequest> singles = requests(work, work.singles());
        Callers.inTurn(gateway, batches, BATCH_CALLERS, WARM_UP_EVENTS / Workload.BATCH);
        Callers.inTurn(gateway, singles, SINGLE_CALLERS, SINGLES);
        try (var raw = new RawProducer(kafka, work.type().topic(), work.items().size())) {
            raw.produce(WARM_UP_EVENTS);
            out.printf("%s, events a second:%n", work.name());
            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                double produced = perSecond(EVENTS, () -> raw.produce(EVENTS));
                double batched = perSecond(
                        EVENTS, () -> Callers.inTurn(gateway, batches, BATCH_CALLERS, EVENTS / Workload.BATCH));
                double single = perSecond(SINGLES, () -> Callers.inTurn(gateway, singles, SINGLE_CALLERS, SINGLES));
                ratios[round] = batched / produced;
                out.printf(
                        "  raw producer %,9.0f   batches of %d %,9.0f (%.2f)   single, %d callers %,7.0f%n",
                        produced, Workload.BATCH, batched, ratios[round], SINGLE_CALLERS, single);
            }
            Arrays.sort(ratios);
            out.printf("  batches / raw producer, median of %d rounds: %.2f%n", ROUNDS, ratios[ROUNDS / 2]);
        }
    }

    private void latency(Workload work) {
        List<HttpRequest> singles = requests(work, work.singles());
        Callers.atRate(gateway, singles, SINGLE_CALLERS, RATE, PACED / 2);
        out.printf("single %s at %,d a second, milliseconds from when it was due:%n", work.name(), RATE);
        for (int round = 0; round < ROUNDS; round++) {
            long[] nanos = Callers.atRate(gateway, singles, SINGLE_CALLERS, RATE, PACED);
            out.printf(
                    "  p50 %6.2f   p95 %6.2f   p99 %6.2f   p99.9 %6.2f%n",
                    millis(nanos, 500), millis(nanos, 950), millis(nanos, 990), millis(nanos, 999));
        }
    }

    private List<HttpRequest> requests(Workload work, List<byte[]> bodies) {
        return bodies.stream().map(body -> gateway.request(work.type(), body)).toList();
    }

    private static double perSecond(int events, Runnable run) {
        long start = System.nanoTime();
        run.run();
        return events * NANOS_PER_SECOND / (System.nanoTime() - start);
    }

    private static double millis(long[] sorted, int perMille) {
        return sorted[Math.toIntExact((long) sorted.length * perMille / 1_000)] / NANOS_PER_MILLI;
    }
}
