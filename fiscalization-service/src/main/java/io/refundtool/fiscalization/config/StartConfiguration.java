package io.refundtool.fiscalization.config;

import io.refundtool.messaging.LateStart;
import io.refundtool.messaging.LateStartHealth;
import io.refundtool.messaging.LateStarted;
import io.refundtool.messaging.postgres.LateMigration;
import io.refundtool.messaging.postgres.LateMigrationConfiguration;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The start, which waits for PostgreSQL and Kafka. */
@Configuration(proxyBeanMethods = false)
@Import(LateMigrationConfiguration.class)
class StartConfiguration {

    @Bean
    FlywayMigrationStrategy migrateLater(DataSource database) throws SQLException {
        return database.unwrap(LateMigration.class)::migrateLater;
    }

    @Bean
    LateStart lateStart(DataSource database, List<LateStarted> parts) throws SQLException {
        return new LateStart(List.of(database.unwrap(LateMigration.class)::migrate), parts);
    }

    @Bean
    LateStartHealth startHealthIndicator(LateStart start) {
        return new LateStartHealth(start);
    }
}
