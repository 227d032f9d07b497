package io.refundtool.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class KafkaSettingsTest {

    @Test
    void shouldHaveDefaultsForOneBrokerOnThisMachine() {
        assertThat(bind(Map.of())).isEqualTo(new KafkaSettings("localhost:9092", (short) 1));
    }

    @Test
    void shouldGiveFurtherSettingsToEveryClient() {
        // when
        KafkaSettings settings = bind(Map.of(
                "refundtool.kafka.bootstrap-servers", "a:1,b:2",
                "refundtool.kafka.replication-factor", "3",
                "refundtool.kafka.client.security.protocol", "SASL_SSL"));

        // then
        assertThat(settings.replicationFactor()).isEqualTo((short) 3);
        assertThat(KafkaClients.producerProperties(settings, "c"))
                .containsEntry("bootstrap.servers", "a:1,b:2")
                .containsEntry("security.protocol", "SASL_SSL");
        assertThat(KafkaClients.consumerProperties(settings, "c", "g"))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("isolation.level", "read_committed");
    }

    @Test
    void shouldRefuseNoBrokerAndNoCopies() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KafkaSettings(" ", (short) 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new KafkaSettings("a:1", (short) 0));
    }

    private static KafkaSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("refundtool.kafka", KafkaSettings.class);
    }
}
