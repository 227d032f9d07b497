package io.refundtool.messaging;

import io.refundtool.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is in a topic now, from its first record to its last one, outside of any group. */
public final class WholeTopic {

    private static final Logger LOG = LoggerFactory.getLogger(WholeTopic.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long TELL_EVERY = 100_000;

    private final KafkaSettings settings;
    private final Topic topic;
    private final String clientId;

    /** @param clientId unique in this JVM */
    public WholeTopic(KafkaSettings settings, Topic topic, String clientId) {
        this.settings = settings;
        this.topic = topic;
        this.clientId = clientId;
    }

    /**
     * Hands over the events in batches, each partition in its order; returns how many there were. What cannot be read is
     * passed over, with a warning: nobody wrote it but this system.
     */
    public long read(Consumer<List<ReceivedEvent>> reader) {
        Map<String, Object> properties = KafkaClients.consumerProperties(settings, clientId, clientId);
        long count = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(number -> new TopicPartition(topic.topicName(), number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (!ends.isEmpty()) {
                List<ReceivedEvent> batch = readable(consumer.poll(POLL));
                if (!batch.isEmpty()) {
                    reader.accept(batch);
                }
                count = told(count, batch.size());
                ends.entrySet()
                        .removeIf(end -> consumer.position(end.getKey()) >= Objects.requireNonNull(end.getValue()));
            }
        }
        return count;
    }

    private long told(long count, int more) {
        long next = count + more;
        if (count / TELL_EVERY != next / TELL_EVERY) {
            LOG.info("{} events of {} are read so far.", next, topic.topicName());
        }
        return next;
    }

    private static List<ReceivedEvent> readable(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<ReceivedEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> received : records) {
            try {
                events.add(EventDecoder.read(received));
            } catch (UnreadableEventException e) {
                LOG.warn("Record {} is passed over, since it is unreadable: {}.", RecordOrigin.of(received), e.code());
            }
        }
        return events;
    }
}
