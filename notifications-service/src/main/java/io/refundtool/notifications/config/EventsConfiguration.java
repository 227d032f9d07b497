package io.refundtool.notifications.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.messaging.DatabaseSettings;
import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.postgres.LostDatabase;
import io.refundtool.messaging.postgres.LostReading;
import io.refundtool.messaging.postgres.Outbox;
import io.refundtool.messaging.postgres.OutboxRelay;
import io.refundtool.messaging.postgres.TransactionalInbox;
import io.refundtool.notifications.application.DeliveryRecovery;
import io.refundtool.notifications.application.Doorbells;
import io.refundtool.notifications.application.IncomingNotices;
import io.refundtool.notifications.application.LostNotices;
import io.refundtool.notifications.domain.Occasion;
import io.refundtool.notifications.kafka.Announcements;
import io.refundtool.notifications.persistence.DeliveryLog;
import io.refundtool.notifications.persistence.SettledDeliveries;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes from Kafka and what goes there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, DatabaseSettings.class})
class EventsConfiguration {
    private static final String NAME = "notifications-service";

    private static final Set<EventType> TOLD =
            Arrays.stream(Occasion.values()).map(Occasion::announcedBy).collect(Collectors.toUnmodifiableSet());

    /** As fine as events and the database keep time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    Announcements announcements(Clock clock) {
        return new Announcements(clock);
    }

    @Bean
    Outbox outbox(DataSource dataSource) {
        return new Outbox(dataSource);
    }

    @Bean(destroyMethod = "")
    OutboxRelay outboxRelay(DataSource dataSource, Outbox outbox, KafkaSettings kafka, MeterRegistry meters) {
        return new OutboxRelay(dataSource, outbox, kafka, NAME + "-outbox", meters);
    }

    @Bean
    LostReading lostReading(JdbcTemplate jdbc) {
        return new LostReading(jdbc, Topic.REFUND_UPDATE_V1, TransactionalInbox.MAIN);
    }

    @Bean
    DeliveryRecovery deliveryRecovery(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            LostReading lost,
            KafkaSettings kafka,
            DatabaseSettings database) {
        return new DeliveryRecovery(
                new LostDatabase(
                        jdbc,
                        kafka,
                        database.recovery(),
                        Topic.REFUND_UPDATE_V1,
                        Topic.NOTIFICATIONS_UPDATE_V1,
                        NAME,
                        lost),
                new DeliveryLog(jdbc),
                new TransactionTemplate(transactions));
    }

    @Bean(destroyMethod = "")
    EventConsumer refundUpdates(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            Outbox outbox,
            Announcements announcements,
            Doorbells bells,
            NotificationsSettings settings,
            LostReading lost,
            Clock clock,
            KafkaSettings kafka,
            MeterRegistry meters) {
        IncomingNotices notices = new IncomingNotices(
                settings.order(),
                new DeliveryLog(jdbc),
                new SettledDeliveries(jdbc),
                outbox,
                announcements,
                bells,
                new LostNotices(lost, settings.retry().giveUpAfter(), clock));
        return new EventConsumer(
                kafka,
                NAME,
                NAME,
                TOLD,
                new TransactionalInbox(dataSource, transactions).once(Topic.REFUND_UPDATE_V1, notices),
                Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1,
                meters);
    }
}
