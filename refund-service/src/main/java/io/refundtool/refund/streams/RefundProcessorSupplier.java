package io.refundtool.refund.streams;

import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes the processor, and owns the stores that nobody else writes. */
final class RefundProcessorSupplier implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {

    private final RefundRules rules;
    private final RefundMetrics metrics;

    RefundProcessorSupplier(RefundRules rules, RefundMetrics metrics) {
        this.rules = rules;
        this.metrics = metrics;
    }

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
        return new RefundProcessor(rules, metrics);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return RefundTopology.stores();
    }
}
