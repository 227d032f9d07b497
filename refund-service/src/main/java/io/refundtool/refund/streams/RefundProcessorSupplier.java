package io.refundtool.refund.streams;

import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes the processor, and owns the stores that nobody else writes. */
final class RefundProcessorSupplier implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {

    private final DeadlinePolicy policy;
    private final DeadlineMetrics metrics;

    RefundProcessorSupplier(DeadlinePolicy policy, DeadlineMetrics metrics) {
        this.policy = policy;
        this.metrics = metrics;
    }

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
        return new RefundProcessor(policy, metrics);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return RefundTopology.stores();
    }
}
