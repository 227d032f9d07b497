package io.refundtool.refund.recovery.rebuild;

import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.recovery.offsets.Offsets;
import io.refundtool.refund.streams.PartitionFold;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The changelogs of a new application: each key once, with what it holds in the end. */
final class Changelogs implements AutoCloseable {

    private static final int BATCH_BYTES = 512 * 1024;
    private static final int LINGER_MS = 50;
    private static final long BUFFER_BYTES = 128L * 1024 * 1024;

    private final String applicationId;
    private final Tally tally;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** Creates them. */
    Changelogs(KafkaSettings kafka, Offsets offsets, String applicationId, Tally tally) {
        this.applicationId = applicationId;
        this.tally = tally;
        offsets.create(PartitionFold.changelogs(applicationId).stream()
                .map(name -> new NewTopic(name, Cut.PARTITIONS, kafka.replicationFactor())
                        .configs(Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_COMPACT,
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                Integer.toString(PartitionFold.MAX_ENTRY_BYTES))))
                .toList());
        Map<String, Object> properties = KafkaClients.producerProperties(kafka, "recovery-changelogs");
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, PartitionFold.MAX_ENTRY_BYTES);
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void write(int partition, PartitionFold fold) {
        fold.writeTo((store, key, value) -> {
            var _ = producer.send(
                    new ProducerRecord<>(PartitionFold.changelog(applicationId, store), partition, key, value),
                    (_, failed) -> {
                        if (failed != null) {
                            failure.compareAndSet(null, failed);
                        }
                    });
            tally.written.increment();
        });
        requireWritten();
    }

    /** @throws IllegalStateException if an entry is not known to be written */
    void flush() {
        producer.flush();
        requireWritten();
    }

    private void requireWritten() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException(
                    "Expected Kafka to take the changelogs, but: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
