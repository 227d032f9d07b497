package io.refundtool.refund.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StreamsPropertiesTest {

    @Test
    void shouldLetNoClientWaitForASilentBroker() {
        // given
        StreamsSettings defaults = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("refundtool.streams", StreamsSettings.class);
        Properties properties = StreamsProperties.of(new KafkaSettings("localhost:9092", (short) 3), defaults);

        // when
        StreamsConfig config = new StreamsConfig(properties);

        // then
        Stream<Map<String, Object>> clients = Stream.of(
                config.getMainConsumerConfigs("group", "client", 1),
                config.getRestoreConsumerConfigs("client"),
                config.getProducerConfigs("client"),
                config.getAdminConfigs("client"));
        assertThat(clients)
                .allSatisfy(client -> assertThat(client).containsAllEntriesOf(KafkaClients.connectionLimits()));
    }
}
