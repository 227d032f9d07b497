package io.refundtool.messaging;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Kafka is and how many copies of each partition it keeps.
 *
 * @param bootstrapServers host:port, several of them separated by commas
 * @param replicationFactor of the topics that are created at start; 1 suits only a single broker
 * @param client further settings of every Kafka client by Kafka's own names, such as {@code security.protocol}
 */
@ConfigurationProperties("refundtool.kafka")
public record KafkaSettings(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue Map<String, String> client) {

    @ConstructorBinding
    public KafkaSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "Expected refundtool.kafka.bootstrap-servers to name a broker, but it is blank.");
        }
        if (replicationFactor < 1) {
            throw new IllegalArgumentException(
                    "Expected refundtool.kafka.replication-factor to be at least 1, but it is " + replicationFactor
                            + ".");
        }
        client = Map.copyOf(client);
    }

    public KafkaSettings(String bootstrapServers, short replicationFactor) {
        this(bootstrapServers, replicationFactor, Map.of());
    }
}
