package io.refundtool.messaging.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.refundtool.testservers.SharedServers;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real database with inbox, outbox and a table {@code work}, whose notes may have 20 characters. */
public final class DatabaseFixture implements AutoCloseable {

    private static final long CONNECTION_TIMEOUT_MS = 500;

    private final HikariDataSource dataSource = new HikariDataSource();
    private final JdbcTransactionManager transactionManager;

    private DatabaseFixture(String jdbcUrl) {
        dataSource.setJdbcUrl(jdbcUrl);
        dataSource.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
        transactionManager = new JdbcTransactionManager(dataSource);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/messaging", "classpath:db/dead-letters")
                .load()
                .migrate();
        jdbc().execute(
                        "create table work (event_id text, note varchar(20), position bigint generated always as identity)");
    }

    public static DatabaseFixture shared() {
        return new DatabaseFixture(SharedServers.newDatabase());
    }

    public static DatabaseFixture of(String jdbcUrl) {
        return new DatabaseFixture(jdbcUrl);
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    public JdbcTransactionManager transactionManager() {
        return transactionManager;
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(transactionManager);
    }

    public TransactionalInbox inbox() {
        return new TransactionalInbox(dataSource, transactionManager);
    }

    /** Ends every connection but its own, as an administrator or a failover would. */
    public void endConnections() {
        jdbc().queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    public int count(String table) {
        Integer count = jdbc().queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? -1 : count;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
