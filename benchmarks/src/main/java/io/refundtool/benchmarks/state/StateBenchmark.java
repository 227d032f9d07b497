package io.refundtool.benchmarks.state;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.refund.streams.RefundTopology;
import io.refundtool.testservers.SharedServers;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures a large state: how fast it is filled, what it takes on disk and in memory, how long orders take to be read, and
 * how long the state machine needs to start with its state and to restore it without. The broker runs in this JVM, the
 * state machine in one of its own.
 */
public final class StateBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(StateBenchmark.class);

    private static final int ORDERS = 1_000_000;
    private static final int QUERIES = 50_000;
    private static final int WARM_UP = 10_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MEGABYTE = 1024 * 1024;

    private final PrintStream out = System.out;
    private final KafkaSettings kafka;
    private final Path stateDir;
    private final int orders;

    private StateBenchmark(KafkaSettings kafka, Path stateDir, int orders) {
        this.kafka = kafka;
        this.stateDir = stateDir;
        this.orders = orders;
    }

    /**
     * Ends the process, since the broker's threads would not let it end.
     *
     * @param arguments how many orders; a million if nothing is said
     */
    public static void main(String[] arguments) {
        System.exit(measured(arguments.length == 0 ? ORDERS : Integer.parseInt(arguments[0])) ? 0 : 1);
    }

    private static boolean measured(int orders) {
        try {
            KafkaSettings kafka = new KafkaSettings(SharedServers.kafka().bootstrapServers(), (short) 1);
            new TopicProvisioner(kafka).ensure(RefundTopology.topics());
            Path stateDir = Files.createTempDirectory("state-benchmark");
            new StateBenchmark(kafka, stateDir, orders).run();
            return true;
        } catch (RuntimeException | IOException e) {
            LOG.error("The benchmark ended before its end", e);
            return false;
        }
    }

    private void run() {
        out.printf("%,d orders, %,d events%n", orders, OrderFeed.events(orders));
        timed("written to the topics", () -> OrderFeed.write(kafka, orders));
        try (Instance filling = instance("first start")) {
            timed("decided and stored", () -> Progress.await(kafka, OrderFeed.events(orders)));
            tell(filling);
        }
        try (Instance restarted = instance("start with its state")) {
            tell(restarted);
        }
        delete(stateDir);
        try (Instance restored = instance("start without its state")) {
            tell(restored);
        }
        delete(stateDir);
    }

    private Instance instance(String what) {
        Instance instance = new Instance(kafka.bootstrapServers(), stateDir);
        out.println(what + ": " + instance.says());
        return instance;
    }

    private void tell(Instance instance) {
        out.println("  " + instance.answers("memory"));
        out.println("  " + instance.answers(Integer.toString(orders)));
        out.println("  a random order over HTTP: " + Latency.of(instance::knows, orders, WARM_UP, QUERIES));
        out.println("  " + instance.answers("memory"));
        out.printf("  on disk %,.0f MB%n", bytes(stateDir) / MEGABYTE);
    }

    private void timed(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        out.printf("%s in %.1f s, %,.0f events a second%n", what, seconds, OrderFeed.events(orders) / seconds);
    }

    private static double bytes(Path directory) {
        return files(directory).stream()
                .filter(Files::isRegularFile)
                .mapToDouble(file -> file.toFile().length())
                .sum();
    }

    private static void delete(Path directory) {
        files(directory).stream().sorted(Comparator.reverseOrder()).forEach(file -> {
            if (!file.toFile().delete()) {
                throw new UncheckedIOException(new IOException("Expected to delete " + file));
            }
        });
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
