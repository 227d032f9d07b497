package io.refundtool.refund.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaSettings;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the topology with exactly-once v2. Its topics have to exist before it starts, see {@link RefundTopology#topics}.
 * An exception that reaches the top is a bug: the instance stops rather than skip a record, and its health says so.
 */
public final class RefundStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RefundStreams.class);

    /**
     * What a store entry may take in its changelog. An event has at most 2 MiB (the specs' maxMessageBytes); a refund's
     * state or a sequence entry holds one event's worth and its own head.
     */
    private static final int MAX_STORE_ENTRY_BYTES = 4 * 1024 * 1024;

    /** What a partition's batch holds before it is sent ahead of the commit. */
    private static final int BATCH_BYTES = 256 * 1024;

    private final StreamsSettings settings;
    private final KafkaStreams streams;
    private volatile boolean running;

    public RefundStreams(
            KafkaSettings kafka, StreamsSettings settings, DeadlineSettings deadlines, MeterRegistry meters) {
        this.settings = settings;
        this.streams = new KafkaStreams(RefundTopology.build(deadlines, meters), properties(kafka, settings));
        streams.setUncaughtExceptionHandler(RefundStreams::stopInstance);
    }

    /** For queries and metrics. */
    public KafkaStreams streams() {
        return streams;
    }

    public StreamsSettings settings() {
        return settings;
    }

    @Override
    public void start() {
        streams.start();
        running = true;
    }

    @Override
    public void stop() {
        // Without leaving, the group waits a session's time-out before anybody, this instance too, gets the partitions.
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(settings.closeTimeout()));
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static StreamThreadExceptionResponse stopInstance(Throwable bug) {
        LOG.error("The state machine stops: an exception that no rule expects", bug);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static Properties properties(KafkaSettings kafka, StreamsSettings settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replicationFactor());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.POLL_MS_CONFIG, settings.pollInterval().toMillis());
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
        settings.applicationServer()
                .ifPresent(server -> properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, server));
        return properties;
    }
}
