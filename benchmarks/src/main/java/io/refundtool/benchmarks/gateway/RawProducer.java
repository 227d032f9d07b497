package io.refundtool.benchmarks.gateway;

import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A producer with the settings of the gateway's (acks=all, idempotent), that sends the records which the gateway has
 * written, key, headers and bytes, as fast as it can: one thread, never waiting for an acknowledgement before the end.
 */
final class RawProducer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final List<ProducerRecord<String, byte[]>> records;

    RawProducer(KafkaSettings kafka, Topic topic, int count) {
        producer = KafkaClients.producer(kafka, "raw-producer-" + topic.topicName());
        records = written(kafka, topic, count);
    }

    /** Returns when all are acknowledged. */
    void produce(int count) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        for (int i = 0; i < count; i++) {
            var _ = producer.send(records.get(i % records.size()), (_, e) -> {
                if (e != null) {
                    failure.set(e);
                }
            });
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("Expected every record to be acknowledged", failure.get());
        }
    }

    private static List<ProducerRecord<String, byte[]>> written(KafkaSettings kafka, Topic topic, int count) {
        List<ProducerRecord<String, byte[]>> written = new ArrayList<>(count);
        try (KafkaConsumer<String, byte[]> consumer = KafkaClients.consumer(kafka, "raw-records", "raw-records")) {
            consumer.assign(IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            while (written.size() < count) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(found -> written.add(new ProducerRecord<>(
                                found.topic(), null, found.key(), found.value(), found.headers())));
            }
        }
        List<ProducerRecord<String, byte[]>> mixed = new ArrayList<>(written.subList(0, count));
        // As they come to the gateway: of one partition after the other.
        Collections.shuffle(mixed, new Random(1));
        return mixed;
    }

    @Override
    public void close() {
        producer.close();
    }
}
