package io.refundtool.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Hands records over as they are. */
final class RecordWork implements PolledWork {

    private final RecordBatchHandler handler;
    private final ConsumerMetrics metrics;
    private final List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();

    RecordWork(RecordBatchHandler handler, ConsumerMetrics metrics) {
        this.handler = handler;
        this.metrics = metrics;
    }

    @Override
    public boolean isEmpty() {
        return offsets.isEmpty();
    }

    @Override
    public void take(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(batch::add);
        offsets.putAll(records.nextOffsets());
    }

    @Override
    public void work() {
        if (!batch.isEmpty()) {
            handler.handle(List.copyOf(batch));
            metrics.handled(batch.size());
            batch.clear();
        }
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> offsets() {
        return Map.copyOf(offsets);
    }

    @Override
    public void drop(Collection<TopicPartition> partitions) {
        batch.removeIf(each -> partitions.contains(new TopicPartition(each.topic(), each.partition())));
        offsets.keySet().removeAll(partitions);
    }

    @Override
    public void clear() {
        batch.clear();
        offsets.clear();
    }

    @Override
    public void close() {
        // It holds nothing that has to be closed.
    }
}
