package io.refundtool.messaging;

import io.refundtool.events.Envelope;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the records of a poll into events and dead letters; types that are not asked for are not parsed. */
final class EventDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(EventDecoder.class);

    private final Set<EventType> handled;
    private final Topic deadLetterTopic;
    private final ConsumerMetrics metrics;

    EventDecoder(Set<EventType> handled, Topic deadLetterTopic, ConsumerMetrics metrics) {
        this.handled = Set.copyOf(handled);
        this.deadLetterTopic = DeadLetters.requireDeadLetters(deadLetterTopic);
        this.metrics = metrics;
    }

    void decode(ConsumerRecords<byte[], byte[]> records, PendingWork pending) {
        List<ReceivedEvent> batch = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> received : records) {
            if (isOfNoInterest(received)) {
                metrics.skipped();
                continue;
            }
            try {
                batch.add(read(received));
            } catch (UnreadableEventException e) {
                metrics.deadLetter(e.code().name());
                LOG.warn("Unreadable record {} goes to the dead letters: {}.", RecordOrigin.of(received), e.code());
                pending.addDeadLetter(
                        new TopicPartition(received.topic(), received.partition()),
                        DeadLetters.of(deadLetterTopic, received, e, deadLetterTopic.writer()));
            }
        }
        pending.add(List.copyOf(batch), records.nextOffsets());
    }

    /** Whether it is an event of a type that the reader does not ask for. */
    boolean isOfNoInterest(ConsumerRecord<byte[], byte[]> received) {
        return CloudEvents.typeOf(received.headers())
                .flatMap(EventType::of)
                .filter(type -> !handled.contains(type))
                .filter(type -> type.topic().topicName().equals(received.topic()))
                .isPresent();
    }

    static ReceivedEvent read(ConsumerRecord<byte[], byte[]> received) throws UnreadableEventException {
        String key = text(received.key());
        Envelope<?> envelope = CloudEvents.read(received.topic(), key, received.headers(), received.value());
        return new ReceivedEvent(envelope, withKey(received, envelope.event().orderId()));
    }

    private static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : Utf8.decode(key).orElse(null);
    }

    private static ConsumerRecord<String, byte[]> withKey(ConsumerRecord<byte[], byte[]> received, String key) {
        return new ConsumerRecord<>(
                received.topic(),
                received.partition(),
                received.offset(),
                received.timestamp(),
                received.timestampType(),
                received.serializedKeySize(),
                received.serializedValueSize(),
                key,
                received.value(),
                received.headers(),
                received.leaderEpoch());
    }
}
