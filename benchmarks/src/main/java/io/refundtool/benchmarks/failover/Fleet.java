package io.refundtool.benchmarks.failover;

import io.refundtool.embedded.EmbeddedKafka;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.testservers.SharedServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** A broker, a database and three instances, with traffic and a reader. */
final class Fleet implements AutoCloseable {

    private static final int SIZE = 3;
    private static final String GROUP = "refund-service";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    /** For the groups' members and transactions to be as they are in the long run. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private final EmbeddedKafka kafka;
    private final List<Instance> instances = new ArrayList<>();
    private final List<String> samples = IntStream.range(0, Orders.PARTITIONS)
            .mapToObj(partition -> Orders.in(partition, "sample-"))
            .toList();
    private final Traffic traffic;
    private final Reader reader;
    private final int copies;

    Fleet(Setup setup) {
        copies = setup.copies();
        try {
            Path directory = Files.createTempDirectory("failover-");
            kafka = EmbeddedKafka.start(0, directory.resolve("kafka"));
            configureGroup(setup.groupConfig());
            List<String> settings = new ArrayList<>(setup.settings());
            settings.add("--refundtool.kafka.bootstrap-servers=" + kafka.bootstrapServers());
            settings.add("--spring.datasource.url=" + SharedServers.newDatabase());
            settings.add(
                    "--spring.datasource.username=" + SharedServers.database().user());
            settings.add(
                    "--spring.datasource.password=" + SharedServers.database().password());
            for (int i = 1; i <= SIZE; i++) {
                instances.add(new Instance("instance-" + i, directory, settings));
                // One after the other, since each creates what is missing in the database.
                await("started", instances.getLast()::isListening);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        traffic = new Traffic(new KafkaSettings(kafka.bootstrapServers(), (short) 1), samples);
        reader = new Reader(instances, samples);
        await("settled", this::isSettled);
        LockSupport.parkNanos(WARM_UP.toNanos());
        forget();
    }

    List<Instance> instances() {
        return instances;
    }

    Traffic traffic() {
        return traffic;
    }

    Reader reader() {
        return reader;
    }

    /** Waits until every order has an owner and its copies again, and every instance is ready. */
    void awaitSettled() {
        await("settled", this::isSettled);
    }

    /** Begins to measure anew. */
    void forget() {
        traffic.reset();
        reader.reset();
    }

    /** The one that works on the most orders; one that was killed a moment ago may have none yet. */
    Instance busiest() {
        return Collections.max(instances, Comparator.comparingLong(this::ordersOf));
    }

    private long ordersOf(Instance instance) {
        return samples.stream()
                .filter(order -> reader.has(instance, order, "owner"))
                .count();
    }

    private boolean isSettled() {
        return instances.stream().allMatch(reader::isReady)
                && samples.stream()
                        .allMatch(order ->
                                count(order, "owner") == 1 && count(order, "standby") >= Math.min(copies + 1, SIZE));
    }

    /** How many have an order; an owner answers as a copy too. */
    private long count(String order, String askedAs) {
        return instances.stream()
                .filter(instance -> reader.has(instance, order, askedAs))
                .count();
    }

    private void configureGroup(Map<String, String> settings) {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(it -> new AlterConfigOp(new ConfigEntry(it.getKey(), it.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try (Admin admin = KafkaClients.admin(new KafkaSettings(kafka.bootstrapServers(), (short) 1), "fleet")) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, GROUP), changes))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(String what, BooleanSupplier condition) {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - limit > 0) {
                throw new IllegalStateException("Expected the instances to be " + what + " within " + LIMIT);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    @Override
    public void close() {
        reader.close();
        instances.forEach(Instance::close);
        traffic.close();
        kafka.close();
    }
}
