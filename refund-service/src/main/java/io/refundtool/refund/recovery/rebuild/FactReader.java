package io.refundtool.refund.recovery.rebuild;

import io.refundtool.messaging.KafkaSettings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One partition number of all topics, each with its first record in sight: which is taken next is up to the caller. No
 * topic is ever thought to be empty because it was not fetched yet.
 */
final class FactReader implements AutoCloseable {

    /** Of a topic that is ahead of the others; then it waits. */
    private static final int MAX_BUFFERED = 10_000;

    private static final Duration POLL = Duration.ofMillis(200);

    /** One topic. */
    private static final class Lane {
        final TopicPartition partition;
        final long end;
        final Queue<ConsumerRecord<byte[], byte[]>> buffer = new ArrayDeque<>();
        boolean paused;
        boolean read;

        Lane(TopicPartition partition, long end) {
            this.partition = partition;
            this.end = end;
        }
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<TopicPartition, Lane> byPartition = new HashMap<>();

    FactReader(KafkaSettings kafka, Cut cut, Slice slice) {
        Map<TopicPartition, Long> begins = new HashMap<>();
        Cut.FACTS.forEach(topic -> {
            TopicPartition at = Cut.at(topic, slice.partition());
            Lane lane = new Lane(at, cut.end(at));
            lanes.add(lane);
            byPartition.put(at, lane);
            begins.put(at, cut.begin(at));
        });
        consumer = RawConsumers.at(kafka, "recovery-facts-" + slice.partition() + "-" + slice.number(), begins);
        lanes.forEach(lane -> finish(lane, begins.getOrDefault(lane.partition, 0L)));
    }

    /** The next record of a topic, by its place in {@link Cut#FACTS}; null if there is none any more. */
    @Nullable
    ConsumerRecord<byte[], byte[]> head(int topic) {
        Lane lane = lanes.get(topic);
        while (lane.buffer.isEmpty() && !lane.read) {
            fetch();
        }
        return lane.buffer.peek();
    }

    /** Takes what {@link #head} shows. */
    ConsumerRecord<byte[], byte[]> take(int topic) {
        Lane lane = lanes.get(topic);
        ConsumerRecord<byte[], byte[]> taken = lane.buffer.remove();
        if (lane.paused && !lane.read && lane.buffer.size() < MAX_BUFFERED / 2) {
            lane.paused = false;
            consumer.resume(List.of(lane.partition));
        }
        return taken;
    }

    private void fetch() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            Lane lane = lane(record);
            if (record.offset() < lane.end) {
                lane.buffer.add(record);
            }
        }
        for (Lane lane : lanes) {
            if (!lane.read) {
                finish(lane, consumer.position(lane.partition));
                pauseIfAhead(lane);
            }
        }
    }

    private void finish(Lane lane, long position) {
        if (position >= lane.end) {
            lane.read = true;
            consumer.pause(List.of(lane.partition));
        }
    }

    private void pauseIfAhead(Lane lane) {
        if (!lane.read && !lane.paused && lane.buffer.size() >= MAX_BUFFERED) {
            lane.paused = true;
            consumer.pause(List.of(lane.partition));
        }
    }

    private Lane lane(ConsumerRecord<byte[], byte[]> record) {
        Lane lane = byPartition.get(new TopicPartition(record.topic(), record.partition()));
        if (lane == null) {
            throw new IllegalStateException("Expected a record of an assigned topic, but it is of " + record.topic());
        }
        return lane;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
