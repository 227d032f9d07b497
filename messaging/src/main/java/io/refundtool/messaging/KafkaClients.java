package io.refundtool.messaging;

import io.refundtool.events.Topic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kafka clients as this project uses them: writers wait for every copy and never write twice, readers see committed
 * records only and commit their offsets themselves.
 *
 * <p>Client ids must differ within a JVM, or Kafka warns about its JMX beans. {@link KafkaSettings#client()} wins over
 * what is set here.
 */
public final class KafkaClients {

    /** Records of one poll, and so events of one transaction, at most. */
    public static final int MAX_POLL_RECORDS = 500;

    private static final int LINGER_MS = 2;

    /**
     * A reader that was killed keeps its partitions for so long, and the one that is started in its place waits; the
     * shortest that a broker takes unless it is told otherwise. Kafka's own default is 45 s.
     */
    private static final int SESSION_TIMEOUT_MS = 6_000;

    private static final int HEARTBEAT_INTERVAL_MS = 1_000;

    /**
     * How long a client waits for a connection, in milliseconds, at first and after some that failed. A broker whose machine or
     * container is gone refuses nothing, it is silent; a producer that looks for its coordinator there does nothing else
     * meanwhile. Kafka's own defaults are 10 s and 30 s, several times what it takes until another broker leads.
     */
    private static final Map<String, Object> CONNECTION_LIMITS = Map.of(
            CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 1_000L,
            CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 4_000L);

    private KafkaClients() {}

    /** A writer of events: idempotent, waits for all copies. */
    public static KafkaProducer<String, byte[]> producer(KafkaSettings settings, String clientId) {
        return new KafkaProducer<>(
                producerProperties(settings, clientId), new StringSerializer(), new ByteArraySerializer());
    }

    /** As {@link #producer}, with other settings on top. */
    public static KafkaProducer<String, byte[]> producer(
            KafkaSettings settings, String clientId, Map<String, Object> overrides) {
        Map<String, Object> properties = producerProperties(settings, clientId);
        properties.putAll(overrides);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    /** A reader of events: committed records only, from the beginning, offsets committed by the caller. */
    public static KafkaConsumer<String, byte[]> consumer(KafkaSettings settings, String clientId, String groupId) {
        return new KafkaConsumer<>(
                consumerProperties(settings, clientId, groupId), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** An administrator of topics and groups. */
    public static Admin admin(KafkaSettings settings, String clientId) {
        return Admin.create(base(settings, clientId));
    }

    /** What {@link #producer} is made from; a new map that the caller may change. */
    public static Map<String, Object> producerProperties(KafkaSettings settings, String clientId) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        // What every topic asks for; a broker would compress again for one that asks for something else.
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, Topic.BOB_REFUND_V1.compression());
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largestMessageBytes());
        properties.putAll(base(settings, clientId));
        return properties;
    }

    /** What {@link #consumer} is made from; a new map that the caller may change. */
    public static Map<String, Object> consumerProperties(KafkaSettings settings, String clientId, String groupId) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_INTERVAL_MS);
        properties.putAll(base(settings, clientId));
        return properties;
    }

    /** How soon every client gives up a broker that is silent. */
    public static Map<String, Object> connectionLimits() {
        return CONNECTION_LIMITS;
    }

    private static Map<String, Object> base(KafkaSettings settings, String clientId) {
        Map<String, Object> properties = new HashMap<>(CONNECTION_LIMITS);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        properties.putAll(settings.client());
        return properties;
    }

    private static int largestMessageBytes() {
        return Arrays.stream(Topic.values())
                .mapToInt(Topic::maxMessageBytes)
                .max()
                .orElseThrow();
    }
}
