package io.refundtool.messaging.postgres;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * PostgreSQL, which may be away when the service starts. A service imports this and says by a
 * {@code FlywayMigrationStrategy} which of the ways of {@link LateMigration} is its own. Its pool must not insist on a
 * connection: {@code spring.datasource.hikari.initialization-fail-timeout: -1}.
 */
@Configuration(proxyBeanMethods = false)
public class LateMigrationConfiguration {

    @Bean
    static BeanPostProcessor lateMigration() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                return bean instanceof DataSource database ? new LateMigration(database) : bean;
            }
        };
    }
}
