package io.refundtool.notifications.flow;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.events.Topic;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.messaging.Traces;
import io.refundtool.messaging.UnreadableEventException;
import io.refundtool.testservers.SharedServers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Both ends of the service: writes refund-service's topic, reads what the service answers and refuses. */
final class Topics implements AutoCloseable {
    static final String TRACEPARENT = Traces.newTraceparent();

    private static final KafkaSettings KAFKA =
            new KafkaSettings(SharedServers.kafka().bootstrapServers(), (short) 1);

    /** Longer than anything takes on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Envelope<?>> answers = new ArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> deadLetters = new ArrayList<>();

    Topics() {
        this(KAFKA);
    }

    Topics(KafkaSettings kafka) {
        new TopicProvisioner(kafka)
                .ensure(List.of(
                        Topic.REFUND_UPDATE_V1,
                        Topic.NOTIFICATIONS_UPDATE_V1,
                        Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1));
        String name = "test-" + UUID.randomUUID();
        producer = KafkaClients.producer(kafka, name);
        consumer = KafkaClients.consumer(kafka, name, name);
        consumer.subscribe(List.of(
                Topic.NOTIFICATIONS_UPDATE_V1.topicName(), Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1.topicName()));
    }

    /** Announces an event under an id of its own. */
    void announce(Event event) {
        announce(UUID.randomUUID().toString(), event);
    }

    void announce(String id, Event event) {
        send(CloudEvents.toRecord(new Envelope<>(id, "/refund-service", Instant.now(), TRACEPARENT, event)));
    }

    void send(ProducerRecord<String, byte[]> anything) {
        try {
            producer.send(anything).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The events that the service published about that order so far. */
    List<Envelope<?>> answers(String orderId) {
        poll();
        return answers.stream()
                .filter(it -> it.event().orderId().equals(orderId))
                .toList();
    }

    /** What the service could not read so far, by key. */
    List<ConsumerRecord<String, byte[]>> deadLetters(String key) {
        poll();
        return deadLetters.stream().filter(it -> key.equals(it.key())).toList();
    }

    private void poll() {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(50))) {
            if (each.topic().equals(Topic.NOTIFICATIONS_UPDATE_V1.topicName())) {
                answers.add(read(each));
            } else {
                deadLetters.add(each);
            }
        }
    }

    private static Envelope<?> read(ConsumerRecord<String, byte[]> answer) {
        try {
            return CloudEvents.read(answer);
        } catch (UnreadableEventException e) {
            throw new AssertionError("The service published what nobody can read", e);
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
