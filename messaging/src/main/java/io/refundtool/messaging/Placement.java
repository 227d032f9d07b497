package io.refundtool.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a consumer read on from where its database stands, when that has gone back: a partition that is assigned waits
 * until this is known. Belongs to the consumer's thread.
 */
final class Placement {

    private static final Logger LOG = LoggerFactory.getLogger(Placement.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration COMMITTED_TIMEOUT = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final ReadPositions positions;
    private final Set<TopicPartition> unplaced = new HashSet<>();
    /** Up to where partitions that went back are read for another time. */
    private final Map<TopicPartition, Long> readBefore = new HashMap<>();

    private long dueNanos = System.nanoTime();

    Placement(Consumer<byte[], byte[]> consumer, ReadPositions positions) {
        this.consumer = consumer;
        this.positions = positions;
    }

    void assigned(Collection<TopicPartition> partitions) {
        unplaced.addAll(partitions);
        consumer.pause(partitions);
    }

    void gone(Collection<TopicPartition> partitions) {
        unplaced.removeAll(partitions);
        readBefore.keySet().removeAll(partitions);
    }

    /**
     * Places what was assigned and, about once a second, looks whether the database has gone back.
     *
     * @return partitions that were put back: what was polled of them is void
     */
    Set<TopicPartition> place() {
        boolean looks = positions.mayGoBackAtAnyTime() && System.nanoTime() - dueNanos >= 0;
        if (unplaced.isEmpty() && !looks) {
            return Set.of();
        }
        Map<TopicPartition, Long> stored = positions.stored();
        Set<TopicPartition> back = positions.mayGoBackAtAnyTime() ? putBack(stored) : Set.of();
        placeAssigned(stored);
        tellOfArrivals();
        dueNanos = System.nanoTime() + LOOK_EVERY.toNanos();
        return back;
    }

    /** Looks at the next opportunity. */
    void lookAtOnce() {
        dueNanos = System.nanoTime();
    }

    private void placeAssigned(Map<TopicPartition, Long> stored) {
        if (unplaced.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(unplaced, COMMITTED_TIMEOUT);
        for (TopicPartition partition : unplaced) {
            long position = stored.getOrDefault(partition, 0L);
            OptionalLong told = CommittedPosition.read(committed.get(partition));
            if (told.isPresent() && position < told.getAsLong()) {
                goBack(partition, told.getAsLong(), position);
            } else if (stored.containsKey(partition)) {
                positions.standsAt(partition, position);
            }
        }
        consumer.resume(unplaced);
        unplaced.clear();
    }

    private Set<TopicPartition> putBack(Map<TopicPartition, Long> stored) {
        Set<TopicPartition> back = new HashSet<>();
        for (TopicPartition partition : consumer.assignment()) {
            Long known = positions.known().get(partition);
            long position = stored.getOrDefault(partition, 0L);
            if (known != null && position < known && !unplaced.contains(partition)) {
                goBack(partition, known, position);
                back.add(partition);
            }
        }
        return back;
    }

    /** What Kafka does not keep any more is passed: reading begins with the first record that is there. */
    private void goBack(TopicPartition partition, long from, long to) {
        LOG.warn("Reading of {} goes back from {} to {}, where the database stands.", partition, from, to);
        consumer.seek(partition, to);
        positions.standsAt(partition, to);
        readBefore.put(partition, from);
    }

    private void tellOfArrivals() {
        readBefore.entrySet().removeIf(each -> {
            boolean arrived = positions.known().getOrDefault(each.getKey(), 0L) >= each.getValue();
            if (arrived) {
                LOG.info("Reading of {} is where it was before, at {}.", each.getKey(), each.getValue());
            }
            return arrived;
        });
    }

    /** The offsets, and with them where the database stands. */
    Map<TopicPartition, OffsetAndMetadata> withPositions(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, OffsetAndMetadata> both = new HashMap<>(offsets);
        positions
                .known()
                .forEach((partition, position) ->
                        both.computeIfPresent(partition, (_, offset) -> CommittedPosition.write(offset, position)));
        return both;
    }
}
