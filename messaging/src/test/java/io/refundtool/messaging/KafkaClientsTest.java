package io.refundtool.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

    /** What it takes at least until another broker leads: Kafka's default of broker.session.timeout.ms. */
    private static final long BROKER_SESSION_MS = 9_000;

    private static final KafkaSettings SETTINGS = new KafkaSettings("localhost:9092", (short) 3);

    @Test
    void shouldGiveUpASilentBrokerBeforeAnotherLeads() {
        // when
        Map<String, Object> producer = KafkaClients.producerProperties(SETTINGS, "writer");
        Map<String, Object> consumer = KafkaClients.consumerProperties(SETTINGS, "reader", "readers");

        // then
        assertThat((Long) KafkaClients.connectionLimits()
                        .get(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG))
                .isLessThan(BROKER_SESSION_MS);
        assertThat(producer).containsAllEntriesOf(KafkaClients.connectionLimits());
        assertThat(consumer).containsAllEntriesOf(KafkaClients.connectionLimits());
    }

    @Test
    void shouldTakeAnotherLimitFromTheSettings() {
        // given
        KafkaSettings slow = new KafkaSettings(
                "localhost:9092",
                (short) 3,
                Map.of(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, "20000"));

        // when
        Map<String, Object> consumer = KafkaClients.consumerProperties(slow, "reader", "readers");

        // then
        assertThat(consumer).containsEntry(ConsumerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, "20000");
    }
}
