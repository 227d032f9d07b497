package io.refundtool.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends dead letters and waits until Kafka has them. */
final class DeadLetterWriter implements AutoCloseable {

    /** Short enough that a consumer stays in its group while it waits. */
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final KafkaProducer<byte[], byte[]> producer;

    DeadLetterWriter(KafkaSettings settings, String clientId) {
        Map<String, Object> properties = KafkaClients.producerProperties(settings, clientId + "-dead-letters");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST_TIMEOUT.toMillis());
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT.toMillis());
        producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Returns when all are written.
     *
     * @throws org.apache.kafka.common.errors.RetriableException Kafka is away; some may be written nevertheless
     */
    void send(List<ProducerRecord<byte[], byte[]>> letters) {
        if (letters.isEmpty()) {
            return;
        }
        List<Future<RecordMetadata>> results =
                letters.stream().map(producer::send).toList();
        producer.flush();
        results.forEach(DeadLetterWriter::await);
    }

    private static void await(Future<RecordMetadata> result) {
        try {
            result.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafkaException ? kafkaException : new KafkaException(e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
