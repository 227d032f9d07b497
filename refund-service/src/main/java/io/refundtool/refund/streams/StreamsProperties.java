package io.refundtool.refund.streams;

import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams. {@link KafkaSettings#client()} wins over what only suits most. */
final class StreamsProperties {

    /**
     * What a store entry may take in its changelog. An event has at most 2 MiB (the specs' maxMessageBytes); a refund's
     * state or a sequence entry holds one event's worth and its own head.
     */
    static final int MAX_STORE_ENTRY_BYTES = 4 * 1024 * 1024;

    /** What a partition's batch holds before it is sent ahead of the commit. */
    private static final int BATCH_BYTES = 256 * 1024;

    /**
     * There is no global store, but Kafka 4.3 warns of one at every start unless this is said, to the consumers' assignors
     * too. Its constant is deprecated.
     */
    private static final String GLOBAL_THREAD_TOO = "processing.exception.handler.global.enabled";

    private StreamsProperties() {}

    static Properties of(KafkaSettings kafka, StreamsSettings settings) {
        Properties properties = new Properties();
        clients(properties, settings);
        membership(properties, settings);
        properties.putAll(kafka.client());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replicationFactor());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.POLL_MS_CONFIG, settings.pollInterval().toMillis());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(BoundedRocksDb.MEMORY_BYTES, settings.storeMemory().toBytes());
        properties.put(GLOBAL_THREAD_TOO, true);
        properties.put(StreamsConfig.mainConsumerPrefix(GLOBAL_THREAD_TOO), true);
        settings.applicationServer()
                .ifPresent(server -> properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, server));
        return properties;
    }

    private static void clients(Properties properties, StreamsSettings settings) {
        properties.putAll(KafkaClients.connectionLimits());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // Nobody sees a record before its transaction commits, and a commit flushes: sending earlier is only more
        // requests.
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                Topic.REFUND_UPDATE_V1.compression());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_STORE_ENTRY_BYTES);
        properties.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                Integer.toString(MAX_STORE_ENTRY_BYTES));
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                Math.toIntExact(settings.transactionTimeout().toMillis()));
    }

    private static void membership(Properties properties, StreamsSettings settings) {
        if (settings.groupProtocol() == StreamsSettings.GroupProtocol.STREAMS) {
            // The broker keeps time-outs and the number of copies, as settings of the group.
            properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
            return;
        }
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                Math.toIntExact(settings.sessionTimeout().toMillis()));
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                Math.toIntExact(settings.heartbeatInterval().toMillis()));
    }
}
