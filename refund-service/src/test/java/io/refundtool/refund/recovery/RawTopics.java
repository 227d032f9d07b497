package io.refundtool.refund.recovery;

import static io.refundtool.refund.RunningRefundService.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.Topic;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.domain.RefundEvents;
import io.refundtool.refund.recovery.offsets.Offsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Topics behind everybody's back. */
final class RawTopics implements AutoCloseable {

    private final KafkaSettings kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final Offsets offsets;

    RawTopics(KafkaSettings kafka) {
        this.kafka = kafka;
        this.producer = KafkaClients.producer(kafka, "raw");
        this.offsets = new Offsets(kafka);
    }

    void write(Topic topic, String key, String value) {
        send(new ProducerRecord<>(topic.topicName(), key, value.getBytes(UTF_8)));
    }

    void write(String eventId, Event event, long timestamp) {
        ProducerRecord<String, byte[]> told =
                CloudEvents.toRecord(new Envelope<>(eventId, "/test", RefundEvents.NOON, null, event));
        send(new ProducerRecord<>(told.topic(), null, timestamp, told.key(), told.value(), told.headers()));
    }

    /** Writes the last announcement about an order once more. */
    void copyLastUpdate(String orderId) {
        ConsumerRecord<String, byte[]> last = updates().stream()
                .filter(update -> update.key().equals(orderId))
                .reduce((_, later) -> later)
                .orElseThrow();
        send(new ProducerRecord<>(last.topic(), null, last.key(), last.value(), last.headers()));
    }

    /** Writes an announcement as nobody else would. */
    void fakeUpdate(String orderId, String id) {
        var record = new ProducerRecord<>(Topic.REFUND_UPDATE_V1.topicName(), orderId, new byte[] {1});
        record.headers().add(CloudEvents.ID, id.getBytes(UTF_8));
        send(record);
    }

    /** Where the announcements end. */
    Map<TopicPartition, Long> updatesEnd() {
        return offsets.ends(partitions(Topic.REFUND_UPDATE_V1));
    }

    /** The types of those announcements that were written behind the given offsets. */
    List<String> updatesSince(Map<TopicPartition, Long> ends) {
        return updates().stream()
                .filter(update -> update.offset() >= ends.getOrDefault(place(update), 0L))
                .map(update -> CloudEvents.typeOf(update.headers()).orElseThrow())
                .toList();
    }

    /** Lets the topic lose all it has. */
    void forget(Topic topic) {
        try (Admin admin = KafkaClients.admin(kafka, "raw-admin")) {
            Map<TopicPartition, RecordsToDelete> all = offsets.ends(partitions(topic)).entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
            assertThat(admin.deleteRecords(all).all().toCompletionStage().toCompletableFuture())
                    .succeedsWithin(PATIENCE);
        }
    }

    Collection<String> names() {
        return offsets.topics();
    }

    @Override
    public void close() {
        producer.close();
        offsets.close();
    }

    private List<ConsumerRecord<String, byte[]>> updates() {
        List<ConsumerRecord<String, byte[]>> updates = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.consumer(kafka, "raw-reader", "raw-reader")) {
            Map<TopicPartition, Long> ends = updatesEnd();
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(updates::add);
            }
        }
        return updates;
    }

    private void send(ProducerRecord<String, byte[]> record) {
        assertThat(producer.send(record)).succeedsWithin(PATIENCE);
    }

    private static List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
    }

    private static TopicPartition place(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
