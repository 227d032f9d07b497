package io.refundtool.refund.config;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** PostgreSQL, which may be away when the service starts. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    static BeanPostProcessor lateMigration() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                return bean instanceof DataSource database ? new LateMigration(database) : bean;
            }
        };
    }

    @Bean
    FlywayMigrationStrategy migrateNowOrLater(DataSource database) throws SQLException {
        return database.unwrap(LateMigration.class)::migrate;
    }
}
