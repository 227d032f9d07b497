package io.refundtool.fiscalization;

import static io.refundtool.fiscalization.FiscalizationFixture.PATIENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.events.fiscalization.FiscalizationUpdate;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.events.fiscalization.ReceiptNotRequired;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.messaging.UnreadableEventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The other services as the service knows them: topics on a real broker. */
final class Outside implements AutoCloseable {
    private static final Topic ANSWERS = Topic.FISCALIZATION_UPDATE_V1;
    private static final Topic DEAD_LETTERS = Topic.FISCALIZATION_SERVICE_DEAD_LETTER_V1;

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    Outside(KafkaSettings kafka) {
        new TopicProvisioner(kafka).ensure(List.of(Topic.REFUND_UPDATE_V1, ANSWERS, DEAD_LETTERS));
        producer = KafkaClients.producer(kafka, "test-producer");
        consumer = KafkaClients.consumer(kafka, "test-consumer", "test-" + System.nanoTime());
        consumer.subscribe(List.of(ANSWERS.topicName(), DEAD_LETTERS.topicName()));
    }

    void send(ProducerRecord<String, byte[]> event) {
        assertThat(producer.send(event)).succeedsWithin(PATIENCE);
    }

    /** All answers about a movement that have come until now. */
    List<Envelope<FiscalizationUpdate>> answersAbout(String movementId) {
        return come(ANSWERS)
                .map(Outside::answer)
                .filter(envelope -> movementId.equals(movementOf(envelope.event())))
                .toList();
    }

    /** The headers of the dead letters with this key that have come until now. */
    List<Map<String, String>> deadLettersOf(String key) {
        return come(DEAD_LETTERS)
                .filter(event -> key.equals(event.key()))
                .map(Outside::headers)
                .toList();
    }

    private Stream<ConsumerRecord<String, byte[]>> come(Topic topic) {
        consumer.poll(Duration.ofMillis(10)).forEach(seen::add);
        return seen.stream().filter(event -> event.topic().equals(topic.topicName()));
    }

    private static String movementOf(FiscalizationUpdate event) {
        return switch (event) {
            case ReceiptRegistered registered -> registered.movementId();
            case ReceiptFailed failed -> failed.movementId();
            case ReceiptNotRequired notRequired -> notRequired.movementId();
        };
    }

    private static Envelope<FiscalizationUpdate> answer(ConsumerRecord<String, byte[]> event) {
        try {
            Envelope<?> read = CloudEvents.read(event);
            return new Envelope<>(
                    read.id(), read.source(), read.time(), read.traceparent(), (FiscalizationUpdate) read.event());
        } catch (UnreadableEventException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> event) {
        Map<String, String> headers = new HashMap<>();
        event.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
