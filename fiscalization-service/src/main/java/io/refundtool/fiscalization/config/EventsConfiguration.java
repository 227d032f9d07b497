package io.refundtool.fiscalization.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.Topic;
import io.refundtool.fiscalization.application.KnownOutcomes;
import io.refundtool.fiscalization.application.MovementIntake;
import io.refundtool.fiscalization.kafka.LedgerRecovery;
import io.refundtool.fiscalization.kafka.OutcomePublishing;
import io.refundtool.fiscalization.kafka.RefundReading;
import io.refundtool.messaging.DatabaseSettings;
import io.refundtool.messaging.EventConsumerHealth;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.postgres.LostDatabase;
import io.refundtool.messaging.postgres.LostReading;
import io.refundtool.messaging.postgres.Outbox;
import io.refundtool.messaging.postgres.OutboxRelay;
import io.refundtool.messaging.postgres.OutboxRelayHealth;
import io.refundtool.messaging.postgres.TransactionalInbox;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What comes from Kafka and what goes there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, DatabaseSettings.class})
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
    LostReading lostReading(JdbcTemplate jdbc) {
        return new LostReading(jdbc, Topic.REFUND_UPDATE_V1, TransactionalInbox.MAIN);
    }

    @Bean
    LedgerRecovery ledgerRecovery(
            JdbcTemplate jdbc,
            KafkaSettings kafka,
            DatabaseSettings settings,
            LostReading lost,
            KnownOutcomes outcomes) {
        LostDatabase database = new LostDatabase(
                jdbc,
                kafka,
                settings.recovery(),
                Topic.REFUND_UPDATE_V1,
                Topic.FISCALIZATION_UPDATE_V1,
                RefundReading.NAME,
                lost);
        return new LedgerRecovery(database, outcomes);
    }

    @Bean
    RefundReading refundReading(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            MovementIntake intake,
            KafkaSettings settings,
            MeterRegistry meters) {
        TransactionalInbox inbox = new TransactionalInbox(dataSource, transactions);
        return new RefundReading(settings, inbox.once(Topic.REFUND_UPDATE_V1, intake::accept), meters);
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
