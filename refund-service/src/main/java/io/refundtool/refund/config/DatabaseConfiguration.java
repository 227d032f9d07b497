package io.refundtool.refund.config;

import io.refundtool.messaging.postgres.LateMigration;
import io.refundtool.messaging.postgres.LateMigrationConfiguration;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** PostgreSQL, which may be away when the service starts: the state machine needs none. */
@Configuration(proxyBeanMethods = false)
@Import(LateMigrationConfiguration.class)
class DatabaseConfiguration {

    @Bean
    FlywayMigrationStrategy migrateNowOrLater(DataSource database) throws SQLException {
        return database.unwrap(LateMigration.class)::migrateNowOrLater;
    }
}
