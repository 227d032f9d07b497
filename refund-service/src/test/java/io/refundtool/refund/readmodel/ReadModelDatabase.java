package io.refundtool.refund.readmodel;

import io.refundtool.testservers.SharedServers;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database with the service's tables and nothing in them. */
final class ReadModelDatabase {

    private ReadModelDatabase() {}

    static DriverManagerDataSource create() {
        DriverManagerDataSource created = new DriverManagerDataSource(
                SharedServers.newDatabase(),
                SharedServers.database().user(),
                SharedServers.database().password());
        Flyway.configure()
                .dataSource(created)
                .locations("classpath:db/dead-letters", "classpath:db/refund-service")
                .load()
                .migrate();
        return created;
    }
}
