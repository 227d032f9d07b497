package io.refundtool.bus;

import static org.awaitility.Awaitility.await;

import io.refundtool.events.Topic;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What is in a topic, read from its beginning by a real consumer. */
public final class TopicReader implements AutoCloseable {

    /** A reader that is closed waits for the fetch that is under way. */
    private static final Map<String, String> QUICK_TO_CLOSE = Map.of("fetch.max.wait.ms", "50");

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    public TopicReader(String bootstrapServers, Topic topic) {
        String name = "reader-of-" + topic.topicName();
        consumer = KafkaClients.consumer(new KafkaSettings(bootstrapServers, (short) 1, QUICK_TO_CLOSE), name, name);
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The record of the event with this id, once it is there. */
    public ConsumerRecord<String, byte[]> awaitEvent(String eid) {
        return await("event " + eid)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> poll(eid), Optional::isPresent)
                .orElseThrow();
    }

    public long count(String eid) {
        return allOf(eid).size();
    }

    /** Every record of the event that is in the topic now. */
    public List<ConsumerRecord<String, byte[]>> allOf(String eid) {
        allIds();
        return seen.stream()
                .filter(found -> eid.equals(header(found, CloudEvents.ID)))
                .toList();
    }

    /** The ids of all events that are in the topic now, in the order of their partitions; twice if written twice. */
    public List<String> allIds() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        await("the end of the topic").atMost(Duration.ofSeconds(60)).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        });
        return seen.stream().map(found -> header(found, CloudEvents.ID)).toList();
    }

    public static String header(ConsumerRecord<String, byte[]> found, String name) {
        var header = found.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Optional<ConsumerRecord<String, byte[]>> poll(String eid) {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen.stream()
                .filter(found -> eid.equals(header(found, CloudEvents.ID)))
                .findFirst();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
