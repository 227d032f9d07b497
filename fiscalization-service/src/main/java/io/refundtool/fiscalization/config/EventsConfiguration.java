package io.refundtool.fiscalization.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.fiscalization.application.MovementIntake;
import io.refundtool.fiscalization.kafka.OutcomePublishing;
import io.refundtool.fiscalization.kafka.RefundReading;
import io.refundtool.messaging.EventConsumerHealth;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.postgres.Outbox;
import io.refundtool.messaging.postgres.OutboxRelay;
import io.refundtool.messaging.postgres.OutboxRelayHealth;
import io.refundtool.messaging.postgres.TransactionalInbox;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What comes from Kafka and what goes there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
class EventsConfiguration {
    private static final String RELAY = "fiscalization-service-outbox";

    @Bean
    Outbox outbox(DataSource dataSource) {
        return new Outbox(dataSource);
    }

    @Bean
    OutcomePublishing outcomePublishing(
            DataSource dataSource, Outbox outbox, KafkaSettings settings, MeterRegistry meters) {
        return new OutcomePublishing(new OutboxRelay(dataSource, outbox, settings, RELAY, meters));
    }

    @Bean
    RefundReading refundReading(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            MovementIntake intake,
            KafkaSettings settings,
            MeterRegistry meters) {
        TransactionalInbox inbox = new TransactionalInbox(dataSource, transactions);
        return new RefundReading(settings, inbox.once(intake::accept), meters);
    }

    @Bean
    EventConsumerHealth refundReadingHealthIndicator(RefundReading reading) {
        return new EventConsumerHealth(reading.consumer());
    }

    @Bean
    OutboxRelayHealth outcomePublishingHealthIndicator(OutcomePublishing publishing) {
        return new OutboxRelayHealth(publishing.relay());
    }
}
