package io.refundtool.sandbox.topic;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.UnreadableEventException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads whole topics as they are now: everything that is committed, from the beginning to the present end. */
public final class TopicScan {

    private static final Logger LOG = LoggerFactory.getLogger(TopicScan.class);
    private static final String NAME = "sandbox-scan";
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings settings;

    public TopicScan(KafkaSettings settings) {
        this.settings = settings;
    }

    /** Every event that can be read; one that cannot is in the dead letters. */
    public void events(Topic topic, Consumer<Envelope<?>> reader) {
        records(List.of(topic), received -> event(received).ifPresent(reader));
    }

    /** The event of a record, if it can be read. */
    public static Optional<Envelope<?>> event(ConsumerRecord<String, byte[]> received) {
        try {
            return Optional.of(CloudEvents.read(received));
        } catch (UnreadableEventException e) {
            LOG.debug("A scan leaves out what it cannot read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Every record of these topics. */
    public void records(Collection<Topic> topics, Consumer<ConsumerRecord<String, byte[]>> reader) {
        Map<String, Object> properties = KafkaClients.consumerProperties(settings, NAME, NAME);
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Set<TopicPartition> open = new HashSet<>(partitions);
            while (open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L))
                    || !open.isEmpty()) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }
}
