package io.refundtool.refund.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.Topic;
import io.refundtool.messaging.DatabaseSettings;
import io.refundtool.messaging.DatabaseSettings.Recovery;
import io.refundtool.messaging.EventConsumer;
import io.refundtool.messaging.EventConsumerHealth;
import io.refundtool.messaging.EventLog;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.readmodel.OnHoldReport;
import io.refundtool.refund.readmodel.OrderArchiver;
import io.refundtool.refund.readmodel.RefundProjection;
import io.refundtool.refund.readmodel.RefundView;
import io.refundtool.refund.streams.ArchiveSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.transaction.PlatformTransactionManager;

/** The projection into PostgreSQL and its search. */
@EnableScheduling
@Configuration(proxyBeanMethods = false)
class ReadModelConfiguration {

    private static final String GROUP = "refund-service-read-model";
    private static final String ARCHIVE = "refund-service-archive";

    /** A batch is awaited inside of a transaction, and is told anew if it fails. */
    private static final Duration ARCHIVE_DELIVERY = Duration.ofSeconds(10);

    private static final Duration ARCHIVE_MAX_BLOCK = Duration.ofSeconds(2);

    private static final Duration FIRST_LOOK_AFTER = Duration.ofSeconds(1);

    @Bean
    RefundView refundView(JdbcClient jdbc) {
        return new RefundView(jdbc);
    }

    @Bean
    OnHoldReport onHoldReport(RefundView view, MeterRegistry meters) {
        return new OnHoldReport(view, meters, Clock.systemUTC());
    }

    @Bean
    EventLog archiveLog(KafkaSettings kafka) {
        return EventLog.open(kafka, ARCHIVE, ARCHIVE_DELIVERY, ARCHIVE_MAX_BLOCK);
    }

    @Bean
    OrderArchiver orderArchiver(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventLog archiveLog,
            ArchiveSettings settings,
            MeterRegistry meters) {
        return new OrderArchiver(
                jdbc, transactions, archiveLog, settings.after(), settings.batch(), meters, Clock.systemUTC());
    }

    @Bean
    SchedulingConfigurer archiving(OrderArchiver archiver, ArchiveSettings settings) {
        return tasks ->
                tasks.addFixedDelayTask(new FixedDelayTask(archiver::archive, settings.interval(), FIRST_LOOK_AFTER));
    }

    @Bean
    RefundProjection refundProjection(JdbcTemplate jdbc) {
        return new RefundProjection(jdbc);
    }

    @Bean(destroyMethod = "close")
    EventConsumer refundProjectionConsumer(
            KafkaSettings kafka,
            RefundProjection projection,
            PlatformTransactionManager transactions,
            DatabaseSettings database,
            MeterRegistry meters) {
        if (database.recovery() == Recovery.REBUILD) {
            projection.forget(transactions);
        }
        return new EventConsumer(
                kafka,
                GROUP,
                GROUP,
                Set.copyOf(Topic.REFUND_UPDATE_V1.eventTypes()),
                database.recovery() == Recovery.SKIP
                        ? projection.readingFromOffsetsOfKafka(transactions)
                        : projection.reading(transactions),
                Topic.REFUND_SERVICE_DEAD_LETTER_V1,
                meters);
    }

    @Bean
    EventConsumerHealth refundProjectionHealth(EventConsumer refundProjectionConsumer) {
        return new EventConsumerHealth(refundProjectionConsumer);
    }
}
