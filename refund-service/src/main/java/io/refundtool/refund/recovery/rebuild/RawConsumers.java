package io.refundtool.refund.recovery.rebuild;

import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Readers of whole partitions, without a group. */
final class RawConsumers {

    private static final int MAX_POLL_RECORDS = 5_000;
    private static final int PARTITION_FETCH_BYTES = 4 * 1024 * 1024;

    /** Nothing is waited for: all that is read is there. Closing waits for a fetch that is under way. */
    private static final int FETCH_WAIT_MS = 5;

    private RawConsumers() {}

    /** A reader that stands at the given offsets. */
    static KafkaConsumer<byte[], byte[]> at(KafkaSettings kafka, String clientId, Map<TopicPartition, Long> offsets) {
        Map<String, Object> properties = KafkaClients.consumerProperties(kafka, clientId, clientId);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Collection<TopicPartition> partitions = offsets.keySet();
        consumer.assign(partitions);
        offsets.forEach(consumer::seek);
        return consumer;
    }
}
