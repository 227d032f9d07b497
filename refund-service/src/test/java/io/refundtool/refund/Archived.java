package io.refundtool.refund;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.UnreadableEventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What was written to the archive's topic from now on. */
public final class Archived implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    public Archived(KafkaSettings kafka) {
        consumer = KafkaClients.consumer(kafka, "archived", "archived");
        partitions = IntStream.range(0, Topic.REFUND_ARCHIVE_V1.partitions())
                .mapToObj(partition -> new TopicPartition(Topic.REFUND_ARCHIVE_V1.topicName(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** What was written since the last call, up to now; the order is kept within each order only. */
    public List<Envelope<?>> read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<Envelope<?>> read = new ArrayList<>();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(Duration.ofMillis(100)).forEach(written -> read.add(read(written)));
        }
        return read;
    }

    private static Envelope<?> read(ConsumerRecord<String, byte[]> written) {
        try {
            return CloudEvents.read(written);
        } catch (UnreadableEventException e) {
            throw new AssertionError("Nobody can read what was written", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
