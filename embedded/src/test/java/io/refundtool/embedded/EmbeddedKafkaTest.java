package io.refundtool.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private static final String TOPIC = "letters";
    private static final long READ_LIMIT_NANOS = Duration.ofSeconds(20).toNanos();

    @TempDir
    private Path directory;

    @Test
    void shouldKeepCommittedRecordsWhenStartedAgainOnTheSameDirectoryAndPort() throws Exception {
        // given
        int port;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(0, directory)) {
            port = kafka.port();
            createTopic(kafka);
            writeInTransaction(kafka, "a");
        }

        // when
        try (EmbeddedKafka kafka = EmbeddedKafka.start(port, directory)) {
            writeInTransaction(kafka, "b");

            // then
            assertThat(kafka.port()).isEqualTo(port);
            assertThat(readTwo(kafka)).containsExactly("a", "b");
        }
    }

    @Test
    @Timeout(60)
    void shouldEndTheTransactionsOfABrokerThatWasKilled() throws Exception {
        // given
        Path killed = directory.resolve("killed");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(0, directory.resolve("running"));
                var producer = producer(kafka)) {
            createTopic(kafka);
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "lost".getBytes(UTF_8))).get();
            copy(directory.resolve("running"), killed);
            producer.abortTransaction();
        }

        // when
        try (EmbeddedKafka kafka = EmbeddedKafka.start(0, killed)) {
            writeInTransaction(kafka, "a");
            writeInTransaction(kafka, "b");

            // then
            assertThat(readTwo(kafka)).containsExactly("a", "b");
        }
    }

    /** What is on disk while a broker runs is what a killed one leaves. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(file -> !file.endsWith(".lock")).toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    @Test
    void shouldSayWhichPortIsTaken() throws IOException {
        // given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // when // then
            assertThatThrownBy(() -> EmbeddedKafka.start(taken.getLocalPort(), directory))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessage(
                            "Expected port %d to be free for the Kafka broker, but another process is listening on it"
                                    .formatted(taken.getLocalPort()));
        }
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void writeInTransaction(EmbeddedKafka kafka, String letter) {
        try (var producer = producer(kafka)) {
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(TOPIC, letter.getBytes(UTF_8)));
            producer.commitTransaction();
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(EmbeddedKafka kafka) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "writer");
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static List<String> readTwo(EmbeddedKafka kafka) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "group.id", "reader",
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        List<String> letters = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            long end = System.nanoTime() + READ_LIMIT_NANOS;
            while (letters.size() < 2 && System.nanoTime() - end < 0) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> letters.add(new String(record.value(), UTF_8)));
            }
        }
        return letters;
    }
}
