package io.refundtool.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same on either kind of server. */
@NeedsServers
@Timeout(180)
class OwnKafkaTest {

    private static final String TOPIC = "letters";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    @Test
    void shouldKeepItsAddressAndItsTransactionsWhenItIsStartedAgain() throws Exception {
        // given
        try (OwnKafka kafka = OwnKafka.started()) {
            createTopic(kafka);
            write(kafka, "a");
            String address = kafka.bootstrapServers();

            // when
            kafka.stop();
            assertThatThrownBy(() -> connect(kafka)).isInstanceOf(IOException.class);
            kafka.start();
            write(kafka, "b");

            // then
            assertThat(kafka.bootstrapServers()).isEqualTo(address);
            assertThat(read(kafka)).containsExactly("a", "b");
        }
    }

    @Test
    void shouldBeAwayUntilItIsStarted() throws Exception {
        // given
        try (OwnKafka kafka = OwnKafka.away()) {
            assertThatThrownBy(() -> connect(kafka)).isInstanceOf(IOException.class);
            kafka.stop();

            // when
            kafka.start();

            // then
            createTopic(kafka);
            write(kafka, "a");
            assertThat(read(kafka)).containsExactly("a");
        }
    }

    private static void connect(OwnKafka kafka) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), kafka.port())) {
            assertThat(socket.isConnected()).isFalse();
        }
    }

    private static void createTopic(OwnKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void write(OwnKafka kafka, String letter) throws Exception {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "writer");
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, letter)).get();
            producer.commitTransaction();
        }
    }

    /** What committed transactions wrote; waits for the end of those that are under way. */
    private static List<String> read(OwnKafka kafka) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            List<String> letters = new ArrayList<>();
            long end = end(kafka);
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofMillis(50)).forEach(each -> letters.add(each.value()));
            }
            return letters;
        }
    }

    private static long end(OwnKafka kafka) {
        Map<String, Object> properties = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            return consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        }
    }
}
