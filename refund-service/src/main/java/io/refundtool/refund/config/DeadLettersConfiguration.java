package io.refundtool.refund.config;

import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.deadletters.LetterRoutes;
import io.refundtool.messaging.deadletters.web.DeadLetterConfiguration;
import io.refundtool.messaging.postgres.RetryRelay;
import io.refundtool.refund.domain.Rejection;
import io.refundtool.refund.readmodel.RefundProjection;
import io.refundtool.refund.streams.RefundTopology;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Dead letters of the state machine and of the read model. */
@Configuration(proxyBeanMethods = false)
@Import(DeadLetterConfiguration.class)
class DeadLettersConfiguration {

    private static final String STATE_MACHINE = "state-machine";
    private static final String RELAY = "refund-service-retries";

    @Bean
    LetterRoutes letterRoutes() {
        Map<Topic, String> readers = new EnumMap<>(Topic.class);
        RefundTopology.SOURCES.forEach(topic -> readers.put(topic, STATE_MACHINE));
        readers.put(Topic.REFUND_UPDATE_V1, RefundProjection.READER);
        // A refused event is in its order's sequence, so the state machine would take it for a repetition.
        Set<String> settled =
                Arrays.stream(Rejection.Code.values()).map(Enum::name).collect(Collectors.toSet());
        return new LetterRoutes(Topic.REFUND_SERVICE_DEAD_LETTER_V1, readers, settled);
    }

    /** The state machine reads by Kafka alone, so what is published again goes by a topic. */
    @Bean(destroyMethod = "close")
    RetryRelay retryRelay(JdbcTemplate jdbc, PlatformTransactionManager transactions, KafkaSettings kafka) {
        return new RetryRelay(jdbc, transactions, STATE_MACHINE, RefundTopology.RETRIES, kafka, RELAY);
    }
}
