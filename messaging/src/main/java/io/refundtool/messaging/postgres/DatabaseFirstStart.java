package io.refundtool.messaging.postgres;

import io.refundtool.messaging.LateStart;
import io.refundtool.messaging.LateStartHealth;
import io.refundtool.messaging.LateStarted;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The start of a service that can do nothing without its PostgreSQL: it waits until the schema could be brought up to date,
 * and starts every {@link LateStarted} part after that.
 */
@Configuration(proxyBeanMethods = false)
@Import(LateMigrationConfiguration.class)
public class DatabaseFirstStart {

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
