package io.refundtool.messaging.deadletters.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.messaging.DatabaseSettings;
import io.refundtool.messaging.EventConsumerHealth;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.deadletters.DeadLetterDesk;
import io.refundtool.messaging.deadletters.DeadLetterKeeping;
import io.refundtool.messaging.deadletters.DeadLetterTable;
import io.refundtool.messaging.deadletters.LetterDecisionTable;
import io.refundtool.messaging.deadletters.LetterRoutes;
import io.refundtool.messaging.postgres.ParkedLetters;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A service's dead letters: kept in its database, shown and decided about under {@code /api/v1/dead-letters}. A service
 * imports this, adds {@code classpath:db/dead-letters} to its Flyway locations and says which reading a letter goes back
 * to by a bean of {@link LetterRoutes}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
@Import({
    DeadLetterController.class,
    LetterDecisionController.class,
    LetterHistoryController.class,
    DeadLetterProblems.class
})
public class DeadLetterConfiguration {

    /** As fine as PostgreSQL keeps time. */
    private static final Duration TICK = Duration.ofNanos(1_000);

    @Bean
    DeadLetterTable deadLetterTable(JdbcTemplate jdbc) {
        return new DeadLetterTable(jdbc);
    }

    @Bean
    LetterDecisionTable letterDecisionTable(JdbcTemplate jdbc) {
        return new LetterDecisionTable(jdbc);
    }

    @Bean
    DeadLetterDesk deadLetterDesk(
            JdbcTemplate jdbc,
            DeadLetterTable letters,
            LetterDecisionTable decisions,
            LetterRoutes routes,
            PlatformTransactionManager transactions) {
        return new DeadLetterDesk(
                letters, decisions, new ParkedLetters(jdbc), routes, transactions, Clock.tick(Clock.systemUTC(), TICK));
    }

    @Bean
    DeadLetterKeeping deadLetterKeeping(
            JdbcTemplate jdbc,
            DeadLetterTable letters,
            LetterRoutes routes,
            PlatformTransactionManager transactions,
            KafkaSettings kafka,
            DatabaseSettings database,
            MeterRegistry meters) {
        return DeadLetterKeeping.of(jdbc, letters, routes, transactions, kafka, database, meters);
    }

    @Bean
    EventConsumerHealth deadLettersHealthIndicator(DeadLetterKeeping keeping) {
        return new EventConsumerHealth(keeping.consumer());
    }
}
