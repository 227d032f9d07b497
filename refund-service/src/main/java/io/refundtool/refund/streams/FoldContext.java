package io.refundtool.refund.streams;

import io.refundtool.events.Topic;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the processor when no Kafka Streams does. Its clock is that of the records, so that what is waited for is
 * due when it was; its timers never ring.
 *
 * <p>Generic, since no type parameter can be bounded by an array.
 */
final class FoldContext<K, V> implements ProcessorContext<K, V> {

    private static final String UNKNOWN = "Expected the processor to do without it when its topics are read again";

    /** Where a record stands. */
    private record At(String topic, int partition, long offset) implements RecordMetadata {}

    private final Map<String, MemoryStore<?, ?>> stores = new HashMap<>();
    private final BiConsumer<Topic, Record<K, V>> outputs;
    private @Nullable At at;
    private long now;

    FoldContext(BiConsumer<Topic, Record<K, V>> outputs) {
        this.outputs = outputs;
        RefundTopology.STORES.forEach(spec -> stores.put(spec.name(), spec.inMemory()));
    }

    void comes(ConsumerRecord<?, ?> incoming) {
        at = new At(incoming.topic(), incoming.partition(), incoming.offset());
        now = incoming.timestamp();
    }

    void writeTo(PartitionFold.Entries out) {
        stores.values().forEach(store -> store.writeTo(out));
    }

    @Override
    public <A extends K, B extends V> void forward(Record<A, B> record) {
        throw new UnsupportedOperationException(UNKNOWN);
    }

    @Override
    public <A extends K, B extends V> void forward(Record<A, B> record, String childName) {
        outputs.accept(
                RefundTopology.sink(childName), record.<K>withKey(record.key()).<V>withValue(record.value()));
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As Kafka Streams has it.
    public <S extends StateStore> S getStateStore(String name) {
        StateStore store = stores.get(name);
        if (store == null) {
            throw new IllegalArgumentException("Expected a store of the topology, but it has none named " + name);
        }
        return (S) store;
    }

    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return Optional.ofNullable(at);
    }

    @Override
    public long currentSystemTimeMs() {
        return now;
    }

    @Override
    public long currentStreamTimeMs() {
        return now;
    }

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
        return () -> {};
    }

    @Override
    public Cancellable schedule(Instant start, Duration interval, PunctuationType type, Punctuator callback) {
        return () -> {};
    }

    @Override
    public void commit() {
        // Nothing is committed before the end.
    }

    @Override
    public String applicationId() {
        throw new UnsupportedOperationException(UNKNOWN);
    }

    @Override
    public TaskId taskId() {
        throw new UnsupportedOperationException(UNKNOWN);
    }

    @Override
    public Serde<?> keySerde() {
        throw new UnsupportedOperationException(UNKNOWN);
    }

    @Override
    public Serde<?> valueSerde() {
        throw new UnsupportedOperationException(UNKNOWN);
    }

    @Override
    public File stateDir() {
        throw new UnsupportedOperationException(UNKNOWN);
    }

    @Override
    public StreamsMetrics metrics() {
        throw new UnsupportedOperationException(UNKNOWN);
    }

    @Override
    public Map<String, Object> appConfigs() {
        throw new UnsupportedOperationException(UNKNOWN);
    }

    @Override
    public Map<String, Object> appConfigsWithPrefix(String prefix) {
        throw new UnsupportedOperationException(UNKNOWN);
    }
}
