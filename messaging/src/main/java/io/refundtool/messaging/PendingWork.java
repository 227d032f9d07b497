package io.refundtool.messaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do of one poll: batches to handle in order, dead letters to send, then offsets to commit. It lives
 * until all of it is done, however often PostgreSQL or Kafka are away meanwhile. Not thread-safe.
 */
final class PendingWork {

    private record DeadLetter(TopicPartition origin, ProducerRecord<byte[], byte[]> letter) {}

    /**
     * An event that was refused, and its dead letter, which has to be in Kafka before anything else is handled.
     *
     * @param holds whether its order waits from now on
     */
    record Refused(ReceivedEvent event, ProducerRecord<byte[], byte[]> letter, boolean holds) {}

    private final Deque<List<ReceivedEvent>> batches = new ArrayDeque<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private @Nullable Refused refused;

    void add(List<ReceivedEvent> batch, Map<TopicPartition, OffsetAndMetadata> nextOffsets) {
        if (!batch.isEmpty()) {
            batches.addLast(batch);
        }
        offsets.putAll(nextOffsets);
    }

    void addDeadLetter(TopicPartition origin, ProducerRecord<byte[], byte[]> letter) {
        deadLetters.add(new DeadLetter(origin, letter));
    }

    boolean isEmpty() {
        return offsets.isEmpty();
    }

    boolean hasBatch() {
        return !batches.isEmpty();
    }

    List<ReceivedEvent> firstBatch() {
        return batches.getFirst();
    }

    void firstBatchDone() {
        batches.removeFirst();
    }

    /** The first batch, which is a single event, was refused. */
    void firstBatchRefused(Refused event) {
        batches.removeFirst();
        refused = event;
    }

    Optional<Refused> refused() {
        return Optional.ofNullable(refused);
    }

    void refusedDone() {
        refused = null;
    }

    /** Halves the first batch; both halves stay in front of all others. */
    void splitFirstBatch() {
        List<ReceivedEvent> batch = batches.removeFirst();
        int middle = batch.size() / 2;
        batches.addFirst(batch.subList(middle, batch.size()));
        batches.addFirst(batch.subList(0, middle));
    }

    List<ProducerRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.stream().map(DeadLetter::letter).toList();
    }

    void deadLettersDone() {
        deadLetters.clear();
    }

    Map<TopicPartition, OffsetAndMetadata> offsets() {
        return Map.copyOf(offsets);
    }

    /** Forgets what belongs to these partitions: whoever has them now reads it again. */
    void drop(Collection<TopicPartition> partitions) {
        List<List<ReceivedEvent>> kept = batches.stream()
                .map(batch -> batch.stream()
                        .filter(event -> !partitions.contains(partitionOf(event)))
                        .toList())
                .filter(batch -> !batch.isEmpty())
                .toList();
        batches.clear();
        batches.addAll(kept);
        deadLetters.removeIf(letter -> partitions.contains(letter.origin()));
        if (refused != null && partitions.contains(partitionOf(refused.event()))) {
            refused = null;
        }
        offsets.keySet().removeAll(partitions);
    }

    void clear() {
        batches.clear();
        deadLetters.clear();
        offsets.clear();
        refused = null;
    }

    static TopicPartition partitionOf(ReceivedEvent event) {
        return new TopicPartition(event.record().topic(), event.record().partition());
    }
}
