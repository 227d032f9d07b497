package io.refundtool.notifications.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.EventType;
import io.refundtool.events.Topic;
import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.postgres.Outbox;
import io.refundtool.messaging.postgres.OutboxRelay;
import io.refundtool.messaging.postgres.TransactionalInbox;
import io.refundtool.notifications.application.Doorbells;
import io.refundtool.notifications.application.IncomingNotices;
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

/** What comes from Kafka and what goes there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
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

    @Bean(destroyMethod = "")
    EventConsumer refundUpdates(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            Outbox outbox,
            Announcements announcements,
            Doorbells bells,
            NotificationsSettings settings,
            KafkaSettings kafka,
            MeterRegistry meters) {
        IncomingNotices notices = new IncomingNotices(
                settings.order(), new DeliveryLog(jdbc), new SettledDeliveries(jdbc), outbox, announcements, bells);
        return new EventConsumer(
                kafka,
                NAME,
                NAME,
                TOLD,
                new TransactionalInbox(dataSource, transactions).once(notices),
                Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1,
                meters);
    }
}
