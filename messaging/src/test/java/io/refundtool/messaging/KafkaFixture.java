package io.refundtool.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.Topic;
import io.refundtool.testservers.SharedServers;
import io.refundtool.testservers.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** A real broker with topics that are empty. */
public final class KafkaFixture {

    /** What a test class locks that writes to topics of {@link #shared} to which others write too. */
    public static final String SHARED_BROKER = "shared broker";

    private static final Duration POLL = Duration.ofMillis(50);

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
        Awaitility.setDefaultPollDelay(Duration.ZERO);
    }

    /**
     * A consumer that goes on where another stopped checks its position behind a fetch of the other partitions, twice: at
     * the usual wait of 500 ms for new records each start takes a second.
     */
    private static final Map<String, String> QUICK_TO_START = Map.of("fetch.max.wait.ms", "50");

    private final KafkaSettings settings;

    private KafkaFixture(KafkaSettings settings) {
        this.settings = settings;
    }

    /** The shared broker; what earlier tests wrote to these topics is removed. */
    public static KafkaFixture shared(Topic... topics) {
        return of(SharedServers.kafka(), topics);
    }

    public static KafkaFixture of(TestKafka kafka, Topic... topics) {
        KafkaFixture fixture = new KafkaFixture(new KafkaSettings(kafka.bootstrapServers(), (short) 1, QUICK_TO_START));
        new TopicProvisioner(fixture.settings).ensure(List.of(topics));
        fixture.empty(List.of(topics));
        return fixture;
    }

    public KafkaSettings settings() {
        return settings;
    }

    private void empty(Collection<Topic> topics) {
        Map<TopicPartition, RecordsToDelete> everything = new HashMap<>();
        topics.forEach(topic ->
                partitions(topic).forEach(partition -> everything.put(partition, RecordsToDelete.beforeOffset(-1))));
        try (Admin admin = KafkaClients.admin(settings, uniqueClientId())) {
            admin.deleteRecords(everything).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes and returns when they are written. */
    public void write(Collection<ProducerRecord<String, byte[]>> records) {
        writeBytes(records.stream()
                .map(each -> new ProducerRecord<>(
                        each.topic(), null, each.key().getBytes(UTF_8), each.value(), each.headers()))
                .toList());
    }

    public void writeBytes(Collection<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                KafkaClients.producerProperties(settings, uniqueClientId()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> results =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> result : results) {
                result.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in the topic now, in the order of its partitions. */
    public List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
        Map<String, Object> properties =
                KafkaClients.consumerProperties(settings, uniqueClientId(), "test-" + UUID.randomUUID());
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(
                            partition -> consumer.position(partition) < Objects.requireNonNull(ends.get(partition)))) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }

    /** The ids of the events of each order, in their order. */
    public Map<String, List<String>> idsByKey(Topic topic) {
        return read(topic).stream()
                .collect(Collectors.groupingBy(
                        each -> new String(each.key(), UTF_8),
                        Collectors.mapping(each -> header(each, CloudEvents.ID), Collectors.toList())));
    }

    public static String header(ConsumerRecord<?, ?> each, String name) {
        return CloudEvents.text(each.headers(), name).orElse("");
    }

    private static List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(topic.topicName(), number))
                .toList();
    }

    private static String uniqueClientId() {
        return "test-" + UUID.randomUUID();
    }
}
