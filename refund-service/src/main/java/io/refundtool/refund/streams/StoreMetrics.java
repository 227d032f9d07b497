package io.refundtool.refund.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * How large the stores of this instance are, over all of its partitions and copies: {@code refundtool.store.entries} and
 * {@code refundtool.store.disk} by store, {@code refundtool.store.memory} of all together. Kafka Streams says the same by
 * task and thread, in some thousand gauges that change with every move of a partition.
 */
public final class StoreMetrics {

    private static final String STORE_TAG = "rocksdb-state-id";
    private static final String BYTES = "bytes";

    private final Supplier<Map<MetricName, ? extends Metric>> metrics;

    private StoreMetrics(Supplier<Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    /** Registers the gauges. */
    public static void bind(Supplier<Map<MetricName, ? extends Metric>> metrics, MeterRegistry meters) {
        StoreMetrics sizes = new StoreMetrics(metrics);
        for (StoreBuilder<?> store : RefundTopology.stores()) {
            String name = store.name();
            Gauge.builder(
                            "refundtool.store.entries",
                            sizes,
                            it -> it.of("estimate-num-keys", name).sum())
                    .description("Entries of a store, as RocksDB estimates them")
                    .tag("store", name)
                    .strongReference(true)
                    .register(meters);
            Gauge.builder(
                            "refundtool.store.disk",
                            sizes,
                            it -> it.of("total-sst-files-size", name).sum())
                    .description("What a store takes on disk")
                    .baseUnit(BYTES)
                    .tag("store", name)
                    .strongReference(true)
                    .register(meters);
        }
        // Every store says what the cache holds that all of them share; what was written counts as part of it.
        Gauge.builder(
                        "refundtool.store.memory",
                        sizes,
                        it -> it.of("block-cache-usage", "").max().orElse(0))
                .description("What all stores together take in memory outside of the heap")
                .baseUnit(BYTES)
                .strongReference(true)
                .register(meters);
    }

    private DoubleStream of(String property, String store) {
        return metrics.get().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(property)
                        && metric.getKey().tags().getOrDefault(STORE_TAG, "").endsWith(store))
                .mapToDouble(
                        metric -> metric.getValue().metricValue() instanceof Number value ? value.doubleValue() : 0);
    }
}
